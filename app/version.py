"""Which Pressmark this is."""

import tomllib
from importlib import metadata
from pathlib import Path


def program_version() -> str:
    """Return the version of the installed program ("0.1.0"), or of the checkout ("0.1.0+checkout")."""
    try:
        return metadata.version("pressmark")
    except metadata.PackageNotFoundError:
        project = Path(__file__).parents[1] / "pyproject.toml"
        return f"{tomllib.loads(project.read_text(encoding='utf-8'))['project']['version']}+checkout"
