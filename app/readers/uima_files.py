"""The XMI files of a folder or zip, each with its type system and, as INCEpTION has it, its annotator."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from app.errors import UserError
from app.readers.bounded import LONGEST, trouble
from app.readers.folders import article_id, files_below, name_below, whole
from app.readers.uima_text import value_of
from app.readers.xmi import Structure, TypeSystem, parse_type_system

_ZIP_TROUBLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError)

# The folder of an INCEpTION project that has a folder for each text, and in it what each annotator made;
# and the name that the text has in there before anybody annotated it.
_ANNOTATED, _UNTOUCHED = "annotation", "INITIAL_CAS"


class Source(NamedTuple):
    """One XMI file."""

    path: Path
    """For sentences: a member of a zip is below it ("export.zip/41.xmi")."""
    name: str
    content: bytes
    types: TypeSystem
    """Empty where none is beside the file or above it."""


def sources(path: Path) -> Iterator[Source]:
    """Yield the XMI files at or below `path`, in zips too, by name. UserError: one cannot be read."""
    described: dict[Path, TypeSystem | None] = {}
    for file in files_below(path, ".xmi", ".zip"):
        name = name_below(path, file)
        if _is_untouched(name):
            continue
        if zipfile.is_zipfile(file):
            with _opened(file) as archive:
                yield from _in_zip(archive, file, name, 1)
        else:
            types = _types_for(file, path, described)
            yield Source(file, name, whole(file), types)


def _in_zip(archive: zipfile.ZipFile, path: Path, name: str, depth: int) -> Iterator[Source]:
    """The XMI files of a zip, and those of zips in it, as exports of whole projects have them."""
    members = sorted(info.filename for info in archive.infolist() if not info.is_dir())
    wanted = [m for m in members if m.lower().endswith((".xmi", ".zip")[: depth + 1])]
    if not wanted:
        raise trouble(path, "", "it has no .xmi file")
    described = next((member for member in members if _is_type_system(member)), None)
    types = TypeSystem()
    if described is not None:
        types = _type_system(_member(archive, path, described), path / described)
    for member in wanted:
        inner, called = path / member, f"{name}/{member}"
        if _is_untouched(called):
            continue
        content = _member(archive, path, member)
        if member.lower().endswith(".zip"):
            with _opened(inner, content) as nested:
                yield from _in_zip(nested, inner, called, depth - 1)
        else:
            yield Source(inner, called, content, types)


def _opened(path: Path, content: bytes | None = None) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path if content is None else io.BytesIO(content))
    except _ZIP_TROUBLE as error:
        raise _bad_zip(path, error) from None


def _member(archive: zipfile.ZipFile, path: Path, member: str) -> bytes:
    """The bytes of a file in a zip, never more than `LONGEST` whatever the zip says of it."""
    try:
        with archive.open(member) as file:
            content = file.read(LONGEST + 1)
    except (*_ZIP_TROUBLE, RuntimeError) as error:  # a password is asked for
        raise _bad_zip(path / member, error) from None
    if len(content) > LONGEST:
        raise trouble(path / member, "", f"it is longer than {LONGEST >> 20} MB, more than any article takes")
    return content


def _bad_zip(path: Path, error: Exception) -> UserError:
    return trouble(path, "", f"the zip is damaged or locked ({error})")


def _types_for(file: Path, root: Path, described: dict[Path, TypeSystem | None]) -> TypeSystem:
    """The type system beside a file, or in the folders above it up to `root`; `described` keeps them."""
    top = root if root.is_dir() else root.parent
    for folder in (file.parent, *file.parent.parents):
        if folder not in described:
            named = sorted(each for each in folder.glob("*.xml") if _is_type_system(each.name))
            described[folder] = _type_system(whole(named[0]), named[0]) if named else None
        if types := described[folder]:
            return types
        if folder == top:
            break
    return TypeSystem()


def _is_type_system(name: str) -> bool:
    return PurePath(name).name.lower().replace("_", "") in {"typesystem.xml", "types.xml"}


def _type_system(content: bytes, path: Path) -> TypeSystem:
    return parse_type_system(content, lambda where, cause: trouble(path, where, cause))


def annotator_of(source: Source, metadata: Structure | None) -> str:
    """Who annotated a file of INCEpTION; empty where it is none, or does not tell.

    A document alone is exported as `ANNOTATOR.xmi`, with the annotator as id and the name of the text as
    title; with its project as `annotation/TEXT/ANNOTATOR.zip`, where older ones have a random name.
    """
    identity = value_of(metadata, "documentId") if metadata else ""
    title = value_of(metadata, "documentTitle") if metadata else ""
    in_project = _in_project(source.name)
    # Other tools give a text's own name or number as its id.
    of_text = not title or identity in {"", title, PurePath(title).stem} or article_id(identity) is not None
    if not of_text and (in_project or identity == PurePath(source.name).stem):
        return identity
    return in_project


def _in_project(name: str) -> str:
    """The name of what lies in the folder of a text of an INCEpTION project; empty where that is not."""
    parts = PurePath(name).parts
    if _ANNOTATED in parts and len(parts) > parts.index(_ANNOTATED) + 2:
        return PurePath(parts[parts.index(_ANNOTATED) + 2]).stem
    return ""


def _is_untouched(name: str) -> bool:
    return _in_project(name) == _UNTOUCHED
