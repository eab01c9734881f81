"""Saved pages at the command line: `import` into a project, `extract` without one."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.article import text_hash
from app.cli.console import json_line, message, progress_bar, result
from app.cli.doors import Doors
from app.cli.identity import annotator_name
from app.commands import Carried, add_articles
from app.importers import Outcome, find_files, import_paths
from app.importers.imported import Imported
from app.importers.known import known_article
from app.session import Session

# Pages written in one transaction: a few hundred milliseconds of work at most is lost to a crash, and the
# disk is waited for once.
_BATCH = 25


def import_(arguments: argparse.Namespace, doors: Doors) -> int:
    """Import the pages; one line of result a file; exit 1 where one failed."""
    project = doors.open_project(arguments.project)
    try:
        session = Session(project, annotator_name(arguments.annotator))
        lines = _import(session, arguments.paths, arguments.jobs)
        counts = _report(lines, as_json=arguments.json)
    finally:
        project.close()
    message(", ".join(f"{count} {status}" for status, count in counts.items()) or "no saved pages found")
    return 1 if counts.get("failed") or not counts else 0


def extract(arguments: argparse.Namespace, doors: Doors) -> int:
    """Print one JSON object a page, in the order given; exit 1 where one failed."""
    files = list(find_files(arguments.paths))
    failed = False
    for outcome in _read(files, arguments.jobs, "reading"):
        failed |= outcome.error is not None
        if outcome.error is not None:
            json_line({"path": str(outcome.path), "status": "failed", "error": outcome.error})
        for page in outcome.imported:
            json_line(_page(page))
    return 1 if failed else 0


def _read(files: list[Path], jobs: int, what: str) -> Iterator[Outcome]:
    """Read the files and show on a terminal how many are done; an archive counts as one."""
    show = progress_bar(what)
    done = 0
    for outcome in import_paths(files, jobs):
        yield outcome
        if outcome.last:
            done += 1
            show(done, len(files))


def _import(session: Session, paths: list[Path], jobs: int) -> Iterator[dict[str, Any]]:
    known = session.project.articles_by_snapshot()
    new: list[Path] = []
    for path in find_files(paths):
        article_id = known_article(path, known)
        if article_id is None:
            new.append(path)
        else:
            title = session.project.article(article_id).title
            yield {"path": str(path), "status": "duplicate", "article_id": article_id, "title": title}
    batch: list[Outcome] = []
    for outcome in _read(new, jobs, "importing"):
        batch.append(outcome)
        if len(batch) >= _BATCH:
            yield from _add(session, batch)
            batch = []
    yield from _add(session, batch)


def _add(session: Session, batch: list[Outcome]) -> Iterator[dict[str, Any]]:
    """Add a batch in one step and say what became of each file."""
    pages = [page for outcome in batch for page in outcome.imported]
    added = add_articles(session.project, pages, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    results = iter(added.pages)
    for outcome in batch:
        if outcome.error is not None:
            yield {"path": str(outcome.path), "status": "failed", "error": outcome.error}
        for page in outcome.imported:
            became = next(results)
            yield {
                "path": page.source_path,
                "status": became.fate,
                "article_id": became.article_id,
                "title": page.title,
                "warnings": list(page.warnings),
                **({"annotations": _carried(became.carried)} if became.carried else {}),
            }


def _carried(carried: Carried) -> dict[str, int]:
    """What became of the annotations of the earlier text."""
    return {"certain": carried.certain, "doubtful": carried.doubtful, "missing": carried.missing}


def _report(lines: Iterator[dict[str, Any]], *, as_json: bool) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in lines:
        counts[line["status"]] = counts.get(line["status"], 0) + 1
        if as_json:
            json_line(line)
            continue
        detail = line.get("error") or line.get("title") or ""
        result(f"{line['status']:<9} {line['path']}" + (f": {detail}" if detail else ""))
        for warning in line.get("warnings", ()):
            message(f"  {warning}")
    return counts


def _page(page: Imported) -> dict[str, Any]:
    return {
        "path": page.source_path,
        "status": "ok",
        "media_type": page.media_type,
        "encoding": page.encoding,
        "language": page.language,
        "title": page.title,
        "site": page.site,
        "url": page.url,
        "published": page.published,
        "authors": list(page.authors),
        "text_sha256": text_hash(page.text),
        "blocks": [
            {
                "role": block.role,
                "start": block.start,
                "end": block.end,
                "text": page.text[block.start : block.end],
                "reason": block.reason,
            }
            for block in page.blocks
        ],
        "warnings": list(page.warnings),
    }
