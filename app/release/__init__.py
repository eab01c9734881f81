"""Releases: a dataset frozen with its manifest, card, splits and charts, that anybody can verify.

The same state of a project and the same plan give the same bytes: nothing in a release depends on the clock,
the machine or the folder. What makes it is `making`; what says how two of them differ is `comparing`.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.dataset import LeakageReport, select, shaped
from app.errors import UserError
from app.exporters import ExportReport
from app.exporters.whole import written_whole
from app.progress import Progress
from app.project import Project
from app.release import manifest as manifests
from app.release.comparing import Side, compare, opened
from app.release.diff_page import diff_page
from app.release.making import Steps, make, surveyed
from app.release.manifest import MANIFEST, Manifest
from app.release.plan import Plan, as_values
from app.release.verifying import verify

__all__ = ["Manifest", "Plan", "Released", "changes_since", "release", "verify"]


@dataclass(frozen=True, slots=True)
class Released:
    """What became of a request for a release."""

    manifest: Manifest
    made: bool
    """False where the release was there already, and was verified."""
    problems: tuple[str, ...] = ()
    """A sentence for each file that is not as in the manifest; empty where all are."""
    page: str = ""
    """What changed since the older release, in Markdown; empty where none was named."""
    leakage: LeakageReport | None = None
    """None where nothing was made."""
    exports: Mapping[str, ExportReport] = field(default_factory=dict)
    """By format; empty where nothing was made."""


def release(
    project: Project,
    out: Path,
    plan: Plan | None = None,
    *,
    since: Path | None = None,
    progress: Progress | None = None,
) -> Released:
    """Make a release in the folder `out`: whole, or not at all; or verify the one that is there.

    With `since`, an older release, say what changed; a release that is made has that page as diff.md.

    UserError: `out` is a file, or holds something else, a release of another state of the project or one made
    with other options; `since` is no release or was changed; the project is changed meanwhile; nothing is
    selected; as `app.exporters.export`.
    """
    plan = plan or Plan()
    old = opened(since) if since is not None else None
    if out.is_file():  # perhaps the project itself; `written_whole` would put the folder in its place
        raise UserError(f"“{out}” is a file: a release is a folder, so name a new or an empty one.")
    if (out / MANIFEST).exists():
        return _verified(project, out, plan, old)
    with written_whole(out) as place:
        made = make(project, place, plan, old, progress)
    return Released(made.manifest, True, (), made.page, made.leakage, made.exports)


def changes_since(project: Project, since: Path, plan: Plan | None = None) -> str:
    """Say what changed in the project since an older release, as a release made now would; write nothing.

    UserError: as `release`.
    """
    plan = plan or Plan()
    old = opened(since)
    scheme = project.scheme()
    dataset = shaped(select(project, plan.selection), plan.shape)
    now = manifests.Manifest(
        project.path.stem, {}, project.history_head(), {}, as_values(plan), {}, {}, files=()
    )
    with tempfile.TemporaryDirectory(prefix="pressmark-") as folder:
        surveyed(project, dataset, plan, scheme, Path(folder), Steps(None, len(dataset), 2))
        return diff_page(compare(old, Side(now, scheme, Path(folder))))


def _verified(project: Project, out: Path, plan: Plan, old: Side | None) -> Released:
    manifest = manifests.read(out)
    problems = tuple(verify(out))
    if problems:
        return Released(manifest, False, problems)
    head, then = project.history_head(), manifest.history
    if then != head:
        raise UserError(
            f"“{out}” is a release of {'an earlier' if then.number < head.number else 'another'} state (step "
            f"{then.number:,}; the project is at step {head.number:,}) and stays as it is; all its files are "
            f"as in the manifest. Choose another --out, and --diff “{out}” to say what changed."
        )
    asked = as_values(plan)
    if manifest.plan != asked:
        different = ", ".join(name for name in asked if manifest.plan.get(name) != asked[name])
        raise UserError(
            f"“{out}” is a release made with other options ({different}) and stays as it is; all its files "
            "are as in the manifest. Choose another --out."
        )
    page = diff_page(compare(old, opened(out))) if old is not None else ""
    return Released(manifest, False, (), page)
