import unicodedata
from pathlib import Path

import pytest

from app.dataset import Dataset
from app.exporters import export
from app.project import Project
from app.readers.brat import READER
from app.readers.loaded import LoadedArticle, Mark
from tests.app.exporters.hard_project import ASEL, BORIS
from tests.app.readers.comparing import comes_back, quotes, spans, suggestions_come_back, trouble_of

# An emoji beyond the Basic Multilingual Plane, NFD й, NO-BREAK SPACE, Kazakh letters.
TEXT = (
    "🙂 "
    + unicodedata.normalize("NFD", "Мой район")
    + " получит 1\u00a0500 тенге.\nӘкім үй берді, қазір екі мектеп салды.\n"
)


def at(phrase: str, text: str = TEXT) -> str:
    """The offsets of a phrase that is there once, as brat writes them."""
    assert text.count(phrase) == 1, phrase
    start = text.index(phrase)
    return f"{start} {start + len(phrase)}"


def read(folder: Path, ann: str, text: str = TEXT) -> LoadedArticle:
    (folder / "note.txt").write_bytes(text.encode())
    (folder / "note.ann").write_bytes(ann.encode())
    (article,) = READER.read(folder)
    return article


def by_id(article: LoadedArticle) -> dict[str, Mark]:
    return {mark.id: mark for mark in article.marks}


# --------------------------------------------------------------------------------------- our own export


def test_our_export_comes_back(project: Project, everything: Dataset, tmp_path: Path) -> None:
    export(everything, "brat", tmp_path / "out")
    lacks = ("annotator", "created_at", "native_id")
    found = comes_back(READER, tmp_path / "out", project, lacks=lacks, breaks=False)
    assert {mark.annotator for mark in found[101].marks if not mark.proposal} == {ASEL, BORIS}
    assert {mark.annotator for mark in found[103].marks} == {""}, "one annotator goes without saying"
    suggestions_come_back(found[101], project.suggestions(101), decided=False)
    marks = by_id(found[101])
    (proposed,) = [link for link in found[101].links if marks[link.source].proposal]
    assert (proposed.type, marks[proposed.target].label) == ("said_by", "speaker")


# ------------------------------------------------------------------------------------ what brat writes


def test_entities_fragments_relations_attributes_and_notes(tmp_path: Path) -> None:
    number, mayor = "1\u00a0500 тенге", "Әкім"
    house, schools = "үй", "мектеп салды"
    house_at, schools_at = TEXT.index(house), TEXT.index(schools)
    ann = (
        f"T1\tNumber {at(number)}\t{number}\n"
        f"T2\tPerson {at(mayor)}\t{mayor}\n"
        f"T3\tClaim {house_at} {house_at + 2};{schools_at} {schools_at + 12}\t{house} {schools}\n"
        "R1\tsaid_by Arg1:T3 Arg2:T2\t\n"
        "R2\thas_number Arg2:T1 Arg1:T3\n"
        "A1\tNegation T3\n"
        "A2\tConfidence T3 High\n"
        "M1\tSpeculation T2 true\n"
        "N1\tReference T2 Wikidata:Q42\tӘкім\n"
        "#1\tAnnotatorNotes T3\tүй де, мектеп те 🙂\n"
        "#2\tAnnotatorNotes T3\tтағы\n"
    )
    article = read(tmp_path, ann)
    marks = by_id(article)
    assert article.where == "note.ann"
    assert article.text == TEXT
    assert article.article_id is None
    assert article.left == {}
    assert {name: (mark.label, quotes(mark)) for name, mark in marks.items()} == {
        "T1": ("Number", [number]),
        "T2": ("Person", [mayor]),
        "T3": ("Claim", [house, schools]),
    }
    assert marks["T3"].attributes == {"Negation": True, "Confidence": "High"}
    assert marks["T3"].note == "үй де, мектеп те 🙂\nтағы"
    assert marks["T2"].attributes == {"Speculation": "true", "Reference": "Wikidata:Q42"}
    assert [(link.type, link.source, link.target) for link in article.links] == [
        ("said_by", "T3", "T2"),
        ("has_number", "T3", "T1"),
    ]


def test_fragments_that_only_a_line_break_parts_are_one(tmp_path: Path) -> None:
    end, start = TEXT.index("тенге."), TEXT.index("Әкім")
    ann = f"T1\tClaim {end} {end + 6};{start} {start + 4}\tтенге. Әкім\n"
    (mark,) = read(tmp_path, ann).marks
    assert spans(mark) == [(end, start + 4)]
    assert quotes(mark) == ["тенге.\nӘкім"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_quotes_over_several_lines(tmp_path: Path, ends: str) -> None:
    text = "Бір екі\n\nүш төрт.\n"
    lines = "екі\n\nүш"
    ann = f"T1\tX {at(lines, text)}\t{lines}\nT2\tX {at('төрт', text)}\tтөрт\n"
    found = read(tmp_path, ann.replace("\n", ends), text)
    assert [quotes(mark) for mark in found.marks] == [[lines], ["төрт"]]


def test_events_are_their_triggers_with_relations(tmp_path: Path) -> None:
    ann = (
        f"T1\tGive {at('берді')}\tберді\nT2\tPerson {at('Әкім')}\tӘкім\nT3\tHouse {at('үй')}\tүй\n"
        f"T4\tBuild {at('салды')}\tсалды\n"
        "E1\tGive:T1 Agent:T2 Theme:T3 Theme2:T4\nE2\tBuild:T4 Cause:E1 \n"
        "A1\tFactual E1 yes\n#1\tNote E2\tиә\n"
    )
    article = read(tmp_path, ann)
    assert [(link.type, link.source, link.target) for link in article.links] == [
        ("Agent", "T1", "T2"),
        ("Theme", "T1", "T3"),
        ("Theme", "T1", "T4"),
        ("Cause", "T4", "T1"),
    ]
    assert by_id(article)["T1"].attributes == {"Factual": "yes"}
    assert by_id(article)["T4"].note == "иә"
    assert article.left == {}


def test_equivalences_are_same_as(tmp_path: Path) -> None:
    lines = [f"T{n}\tX {at(word)}\t{word}\n" for n, word in enumerate(("Әкім", "үй", "мектеп"), 1)]
    article = read(tmp_path, "".join([*lines, "*\tEquiv T1 T2 T3\n"]))
    assert [(link.type, link.source, link.target) for link in article.links] == [
        ("same_as", "T1", "T2"),
        ("same_as", "T1", "T3"),
    ]


def test_what_is_not_taken_is_counted(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        f"T1\tX {at('Әкім')}\tӘкім\nT2\tX {at('үй')}\tүй\nT3\tX 3 3\t\nT4\tX {at('берді')}\tберді\n"
        "R1\tr Arg1:T1 Arg2:T2\nR2\tr Arg1:R1 Arg2:T2\nR3\tr Arg1:T1 Arg2:T1\nR4\tr Arg1:T1 Arg2:T3\n"
        "A1\tSure R1 yes\n#1\tAnnotatorNotes R1\tnote\n#2\ta comment of nobody's\n"
        "N1\tReference T1 Wikidata:Q1\tx\nN2\tReference T1 Wikidata:Q2\tx\n"
        "E1\tX:T4 Agent:T1\nE2\tX:T4 Agent:T2\n",
    )
    assert article.left == {
        "attributes and notes of relations, and relations of relations, which Pressmark does not have": 3,
        "relations from an annotation to itself": 1,
        "annotations of no character": 1,
        "notes on what is no annotation": 1,
        "further normalisations of one annotation": 1,
        "events that share their trigger with another, and are one annotation with it": 1,
    }
    assert [link.type for link in article.links] == ["r", "Agent", "Agent"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks(tmp_path: Path, ends: str, mark: str) -> None:
    text = mark + TEXT.replace("\n", ends)
    ann = f"{mark}T1\tPerson {at('Әкім', text)}\tӘкім{ends}#1\tAnnotatorNotes T1\tиә{ends}"
    (found,) = read(tmp_path, ann, text).marks
    assert (quotes(found), found.note) == (["Әкім"], "иә")


@pytest.mark.parametrize(
    "counted",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT,
        "\ufeff" + TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
    ],
    ids=["CRLF", "LF", "mark and CRLF", "mark and LF"],
)
@pytest.mark.parametrize("utf16", [False, True])
def test_the_quotes_tell_how_offsets_count(tmp_path: Path, counted: str, utf16: bool) -> None:
    lines = []
    for number, word in enumerate((unicodedata.normalize("NFD", "Мой"), "үй", "мектеп"), 1):
        start, end = counted.index(word), counted.index(word) + len(word)
        if utf16:
            start, end = (len(counted[:place].encode("utf-16-le")) // 2 for place in (start, end))
        lines.append(f"T{number}\tX {start} {end}\t{word}\n")
    article = read(tmp_path, "".join(lines), "\ufeff" + TEXT.replace("\n", "\r\n"))
    assert article.text is not None
    for mark in article.marks:
        ((start, end),) = spans(mark)
        assert [article.text[start:end]] == quotes(mark)
    assert len(article.marks) == 3


def test_a_quote_of_another_text_stays_what_the_file_says(tmp_path: Path) -> None:
    article = read(tmp_path, "T1\tX 5 10\tСәлем\nT2\tX 900 905;910 915\tәлем2 сәлем\n")
    assert [(spans(mark), quotes(mark)) for mark in article.marks] == [
        ([(5, 10)], ["Сәлем"]),
        ([(900, 905), (910, 915)], ["әлем2", "сәлем"]),
    ]


def test_folders_in_folders_and_single_files(tmp_path: Path) -> None:
    for name in ("b/1", "a/2", "10-3"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.with_suffix(".txt").write_text("Сәлем", encoding="utf-8")
        file.with_suffix(".ann").write_text("", encoding="utf-8")
    (tmp_path / "README.txt").write_text("no text of the corpus", encoding="utf-8")
    (tmp_path / "annotation.conf").write_text("[entities]\n", encoding="utf-8")
    found = [(article.where, article.article_id) for article in READER.read(tmp_path)]
    assert found == [("10-3.ann", 10), ("a/2.ann", 2), ("b/1.ann", 1)]
    for name in ("a/2.ann", "a/2.txt"):
        assert [article.where for article in READER.read(tmp_path / name)] == ["2.ann"]


# ----------------------------------------------------------------------------------------------- trouble

T1 = f"T1\tX {at('Әкім')}\tӘкім\n"


@pytest.mark.parametrize(
    ("ann", "says"),
    [
        ("T1\tX 5 x\tworld\n", "line 1 cannot be read: “X 5 x” is no label with offsets"),
        ("T1\tX\n", "line 1 cannot be read: “X” is no label with offsets"),
        ("T1 X 5 6 world\n", "“T1 X 5 6 world” is no statement of brat"),
        (T1 + "and more\n", "line 2 cannot be read: “and more” is no statement of brat"),
        ("{\n", "line 1"),
        ("T1\tX 9 5\tworld\n", "T1 ends before it begins"),
        ("T1\tX 5 99999999999999999\tworld\n", "is no label with offsets"),
        ("T1\tX 5 999\n", "line 1 cannot be read: the text ends before character 999"),
        (T1 + T1, "line 2 cannot be read: T1 is there a second time"),
        (T1 + "R1\tr Arg1:T1 Arg2:T7\n", "line 2 cannot be read: “T7” is no annotation of the file"),
        (T1 + "R1\tr Arg1:T1\n", "“r Arg1:T1” is no relation of two annotations"),
        (T1 + "A1\tSure T7 yes\n", "“T7” is no annotation of the file"),
        (T1 + "A1\tSure\n", "“Sure” is no attribute of an annotation"),
        (T1 + "#1\tAnnotatorNotes T7\tnote\n", "“T7” is no annotation of the file"),
        (T1 + "N1\tReference T1\n", "“Reference T1” is no normalisation of an annotation"),
        (T1 + "E1\tX:T7\n", "E1 has no trigger among the annotations"),
        (T1 + "E1\tX:T1 Role:T7\n", "“T7” is no annotation of the file"),
        (T1 + "*\tEquiv T1 T7\n", "“T7” is no annotation of the file"),
    ],
)
def test_a_damaged_line_is_one_sentence(tmp_path: Path, ann: str, says: str) -> None:
    (tmp_path / "note.txt").write_bytes(TEXT.encode())
    (tmp_path / "note.ann").write_bytes(ann.encode())
    sentence = trouble_of(READER, tmp_path)
    assert says in sentence
    assert "note.ann" in sentence


def test_files_that_are_missing_or_of_another_encoding(tmp_path: Path) -> None:
    assert "no such file or folder" in trouble_of(READER, tmp_path / "nothing")
    assert "no file that ends with .ann" in trouble_of(READER, tmp_path)
    (tmp_path / "note.ann").write_bytes(T1.encode())
    assert "its text, “note.txt”, is not beside it" in trouble_of(READER, tmp_path)
    (tmp_path / "note.txt").write_bytes("Әкім".encode("utf-16-le"))
    assert "note.txt" in trouble_of(READER, tmp_path)
    (tmp_path / "note.txt").write_bytes("сказал\nАким".encode("cp1251"))
    assert "it is not UTF-8" in trouble_of(READER, tmp_path)


def test_a_line_without_end_is_refused_by_its_size(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(TEXT.encode())
    with (tmp_path / "note.ann").open("wb") as file:
        file.truncate(1 << 30)
    assert "longer than 64 MB" in trouble_of(READER, tmp_path)


def test_a_score_that_is_none_goes_along_to_be_listed(tmp_path: Path) -> None:
    ann = (
        f"T1\tsuggested_X {at('Әкім')}\tӘкім\n"
        '#1\tDetails T1\t{"score": 1.5}\n'
        f"T2\tX {at('Әкім')}\tӘкім\n"
        '#2\tDetails T2\t{"confidence": "high"}\n'
    )
    proposed, made = read(tmp_path, ann).marks
    assert proposed.proposal is not None
    assert (proposed.proposal.score, made.confidence) == (1.5, None)
