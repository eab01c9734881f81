"""Which segment of its article a record is, as the formats say it; nothing is said of a whole article."""

from app.dataset import Record, Segment


def segment_values(segment: Segment) -> dict[str, int]:
    """Return the segment by itself; start and end are code points of the article's canonical text."""
    return {"number": segment.number, "start": segment.start, "end": segment.end}


def segment_keys(record: Record) -> dict[str, int]:
    """Return the same as keys to stand beside others, with the article's id; empty for a whole article."""
    segment = record.segment
    if segment is None:
        return {}
    return {
        "article": record.article.id,
        "segment": segment.number,
        "segment_start": segment.start,
        "segment_end": segment.end,
    }
