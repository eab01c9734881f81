"""Suggestions at the command line: `suggest` for a project, `suggest-text` for JSON lines."""

import argparse
import sys
from typing import Any

import orjson

from app.cli.console import json_line, message, progress, result
from app.cli.doors import Doors
from app.cli.identity import annotator_name
from app.project import ArticleQuery
from app.session import Session
from app.suggesters import suggest
from app.suggesters.store import store_suggestions
from app.suggestion import Proposal
from app.wording import counted


def suggest_project(arguments: argparse.Namespace, doors: Doors) -> int:
    """Compute and store suggestions for every article."""
    project = doors.open_project(arguments.project)
    total = 0
    try:
        session = Session(project, annotator_name(arguments.annotator))
        articles = project.find(ArticleQuery())
        for article_id in progress(articles, len(articles), "suggesting"):
            article, text = project.article(article_id), project.text(article_id)
            proposals = suggest(text, article.language, arguments.labels)
            total += store_suggestions(session, article_id, text, proposals, arguments.labels)
            if arguments.json:
                json_line({"article_id": article_id, "title": article.title, "suggestions": len(proposals)})
            else:
                result(f"{len(proposals):5d} {article.title or article.source_path}")
    finally:
        project.close()
    message(f"{counted(total, 'suggestion')} in {counted(len(articles), 'article')}")
    return 0


def suggest_lines(arguments: argparse.Namespace, _: Doors) -> int:
    """Answer each line as it comes; a line that is no such object is answered with an error; exit 1 then."""
    failed = False
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            asked = orjson.loads(line)
            # The text is taken as it is given: offsets are the sender's.
            text, language = asked["text"] + "", asked.get("lang") or ""
        except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError):
            failed = True
            json_line({"id": None, "error": f'line {number} is not a JSON object with "id" and "text"'})
            continue
        proposals = suggest(text, language, arguments.labels)
        json_line({"id": asked.get("id"), "suggestions": [_suggestion(p) for p in proposals]})
    return 1 if failed else 0


def _suggestion(proposal: Proposal) -> dict[str, Any]:
    return {
        "label": proposal.label,
        "start": proposal.start,
        "end": proposal.end,
        "text": proposal.text,
        "score": proposal.score,
        "suggester": proposal.suggester,
        "rule": proposal.rule,
        "attributes": dict(proposal.attributes),
        "relations": [dict(relation) for relation in proposal.relations],
    }
