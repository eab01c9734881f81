from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from app.dataset import Record
from app.dataset.card import (
    counts_table,
    front_matter,
    label_definitions,
    languages_table,
    losses_list,
    table,
)
from app.dataset.counts import Counts, total
from app.dataset.cutting import cut
from app.losses import Fate, Loss, LossReport
from app.replacing import replace
from app.scheme import parse_scheme
from tests.app.dataset.test_cutting import mark, record

NEWS = parse_scheme(
    (Path(__file__).parents[3] / "resources" / "schemes" / "news.toml").read_text(encoding="utf-8")
)


def counted(records: Iterable[Record]) -> Counts:
    counts = Counts()
    for each in records:
        counts.add(each)
    return counts


def article(number: int, **fields: Any) -> Record:
    whole = record(mark(1, "Иванов"), mark(2, "Школ", "17"))
    return replace(whole, article=replace(whole.article, id=number, **fields))


def bare(number: int, **fields: Any) -> Record:
    return replace(article(number, **fields), annotations=())


def test_records_are_counted_as_they_go_by() -> None:
    counts = counted(
        [
            article(1, language="ru", site="a.kz", published="2024-05-06T10:00:00+05:00"),
            article(2, language="ru", site="b.kz", published="2023-01-02"),
            bare(3, published=None),
        ]
    )
    assert (counts.articles, counts.records, counts.annotations, counts.discontinuous) == (3, 3, 4, 2)
    assert counts.labels == {"claim": 4}
    assert counts.annotators == {"A": 4}
    assert counts.languages == {"ru": 2, "": 1}
    assert counts.sites == {"a.kz": 1, "b.kz": 1, "": 1}
    assert (counts.published_first, counts.published_last) == ("2023-01-02", "2024-05-06")
    assert counts.characters == 3 * len(article(1).text)


def test_segments_are_counted_as_records_of_one_article() -> None:
    segments = [made for number in (1, 2) for made in cut(article(number), "sentence", Counter())]
    counts = counted(segments)
    assert (counts.articles, counts.annotations) == (2, 4)
    assert counts.records == len(segments) > 2
    assert counts.languages == {"": 2}


def test_parts_add_up_to_the_whole() -> None:
    records = [article(n, language="ru" if n % 2 else "kk", published=f"2024-01-0{n}") for n in range(1, 6)]
    whole, sum_ = counted(records), total([counted(records[:2]), counted(records[2:]), Counts()])
    assert (whole.published_first, whole.published_last) == (sum_.published_first, sum_.published_last)
    assert counts_table({"x": whole}, NEWS) == counts_table({"x": sum_}, NEWS)
    assert languages_table(whole) == languages_table(sum_)


def test_the_table_has_a_column_a_part_and_one_for_all() -> None:
    made = counts_table({"train": counted([article(1), article(2)]), "test": counted([bare(3)])}, NEWS)
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in made.splitlines()]
    assert rows[0] == ["", "train", "test", "all"]
    assert rows[1] == ["---", "--:", "--:", "--:"]
    assert ["articles", "2", "1", "3"] in rows
    assert ["– `claim`", "4", "0", "4"] in rows
    assert ["– `number`", "0", "0", "0"] in rows, "that there is none of a label is said"
    assert not any(row[0] in ("segments", "suggestions (no annotations)") for row in rows)
    assert len(counts_table({"train": Counts()}, NEWS).splitlines()[0].split("|")) == 4


def test_labels_that_the_scheme_lacks_are_in_the_table() -> None:
    strange = replace(article(1), annotations=(replace(mark(9, "Иванов"), label="gone"),))
    assert "| – `gone` | 1 |" in counts_table({"train": counted([strange])}, NEWS)


def test_labels_are_defined_by_the_scheme() -> None:
    made = label_definitions(NEWS)
    for label in NEWS.labels:
        assert f"### {label.name} (`{label.id}`)\n\n{label.guideline.strip()}" in made
        assert all(f"- {example}" in made for example in label.examples)
        assert all(f"| `{attribute.id}` | {attribute.name} |" in made for attribute in label.attributes)
    assert "`said_by`): `claim` → `speaker`" in made
    assert "### Of an article as a whole" in made


def test_losses_are_listed() -> None:
    lost = Loss(Fate("suggestions", "left out", True), 1_200)
    assert losses_list(LossReport((lost,))) == "- Suggestions (1200): left out."
    assert losses_list(LossReport()) == "Nothing that was selected is missing."


def test_cells_break_no_table() -> None:
    made = table(["a|b", "n"], [["x | y\nz <b>", 1_234]])
    assert made.splitlines() == ["| a\\|b | n |", "| --- | --: |", "| x \\| y z &lt;b> | 1,234 |"]


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        (0, "n<1K"),
        (999, "n<1K"),
        (1_000, "1K<n<10K"),
        (30_000, "10K<n<100K"),
        (999_999, "100K<n<1M"),
        (1_000_000, "1M<n<10M"),
        (12_000_000, "10M<n<100M"),
        (200_000_000, "100M<n<1B"),
        (3_000_000_000, "n>1B"),
    ],
)
def test_sizes_have_the_names_of_the_hub(rows: int, size: str) -> None:
    assert f"size_categories:\n- {size}\n" in front_matter("x", {}, Counts(records=rows))
