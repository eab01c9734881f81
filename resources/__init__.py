"""What ships with the program: schemes, themes, fonts, icons, interface texts and sample pages.

No Qt here: `widgets.theme` makes fonts and icons of these. Everything is read from the folder of this file,
in an installed wheel as in a checkout; importlib.resources would serve an unpacked program no better, and
is slow to import. Asking for what does not exist is a KeyError.
"""

from pathlib import Path

_ROOT = Path(__file__).parent


def scheme(name: str = "news") -> str:
    """Return the bundled annotation scheme of that name, as TOML."""
    return _text("schemes", f"{name}.toml")


def scheme_names() -> tuple[str, ...]:
    """Return the names `scheme` takes, sorted."""
    return _names("schemes", ".toml")


def schemes() -> dict[str, str]:
    """Return the bundled schemes as TOML by their names: the default first, the empty one last."""
    names = sorted(scheme_names(), key=lambda name: (name != "news", name == "empty", name))
    return {name: scheme(name) for name in names}


def theme(mode: str) -> str:
    """Return the colours of the "light" or "dark" theme, as TOML."""
    return _text("themes", f"{mode}.toml")


def style_sheet() -> str:
    """Return the Qt style sheet of both themes, with `@name@` where a theme's colour goes."""
    return _text("themes", "pressmark.qss")


def font_data() -> list[bytes]:
    """Return the bundled fonts as TrueType: Inter for the interface, Literata for articles."""
    return [_bytes("fonts", f"{name}.ttf") for name in _names("fonts", ".ttf")]


def icon_svg(name: str) -> bytes:
    """Return the icon of that name as SVG, drawn in `currentColor` on a field of 20 by 20.

    The program's own icon, `pressmark`, has colours of its own.
    """
    return _bytes("icons", f"{name}.svg")


def icon_names() -> tuple[str, ...]:
    """Return the names `icon_svg` takes, sorted."""
    return _names("icons", ".svg")


def sample_pages() -> dict[str, bytes]:
    """Return the sample pages by file name, as a browser saved them: .html, .mhtml and .txt."""
    return {
        name + suffix: _bytes("samples", name + suffix)
        for suffix in (".html", ".mhtml", ".txt")
        for name in _names("samples", suffix)
    }


def sample_annotations() -> str:
    """Return the bundled annotations of the sample pages, as TOML; its head says how it is built."""
    return _text("samples", "annotations.toml")


def has_texts(language: str) -> bool:
    """Tell whether the interface can be shown in that language ("en", "ru", ...)."""
    return _texts_path(language).is_file()


def texts_file(language: str) -> Path:
    """Return the file of the interface's texts in that language, compiled for Qt's translator."""
    if not has_texts(language):
        raise KeyError(f"i18n/{_texts_path(language).name}")
    return _texts_path(language)


def _texts_path(language: str) -> Path:
    return _ROOT / "i18n" / f"pressmark_{language}.qm"


def _text(folder: str, name: str) -> str:
    return _bytes(folder, name).decode("utf-8")


def _bytes(folder: str, name: str) -> bytes:
    resource = _ROOT / folder / name
    if not resource.is_file():
        raise KeyError(f"{folder}/{name}")
    return resource.read_bytes()


def _names(folder: str, suffix: str) -> tuple[str, ...]:
    """The files in `folder` that end in `suffix`, without it, sorted."""
    names = (entry.name for entry in (_ROOT / folder).iterdir())
    return tuple(sorted(name.removesuffix(suffix) for name in names if name.endswith(suffix)))
