"""Datasets in memory for what is dealt: articles with blocks, sites, dates, labels and speakers."""

import random
from collections.abc import Iterable, Iterator, Sequence

from app.anchor import Span, anchor
from app.annotation import Annotation
from app.article import Article, Block, Role, canonical, text_hash
from app.dataset import Dataset, Record, Selection
from tests.app.exporters.hard_project import SCHEME

Passage = tuple[Role, str]


def story(
    number: int,
    *passages: str | Passage,
    site: str = "",
    published: str | None = None,
    language: str = "ru",
    labels: Sequence[str] = (),
    speakers: Sequence[str] = (),
) -> Record:
    """An article of these passages, body where no role is given; its marks all lie on its first letter."""
    text, blocks = "", []
    for passage in passages:
        role, content = (Role.BODY, passage) if isinstance(passage, str) else passage
        content = canonical(content)
        blocks.append(Block(len(text), len(text) + len(content), role))
        text += content + "\n"
    text = text.removesuffix("\n")
    marks = [*((label, {}) for label in labels), *(("speaker", {"canonical_name": n}) for n in speakers)]
    annotations = tuple(
        Annotation(
            id=number * 100 + place,
            article_id=number,
            annotator="Асель",
            label=label,
            fragments=(anchor(text, Span(0, 1)),),
            attributes=attributes,
        )
        for place, (label, attributes) in enumerate(marks)
    )
    article = Article(
        id=number,
        text_sha256=text_hash(text),
        blocks=tuple(blocks),
        site=site,
        published=published,
        language=language,
        length=len(text),
    )
    return Record(article, text, annotations)


def dataset_of(records: Iterable[Record]) -> Dataset:
    by_id = {record.article.id: record for record in records}

    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        return map(by_id.__getitem__, article_ids)

    return Dataset(SCHEME, Selection(), tuple(by_id), read)


def words(count: int, seed: object) -> str:
    """So many words that no other seed has."""
    chance = random.Random(str(seed))
    return " ".join(f"с{chance.getrandbits(40):x}" for _ in range(count))
