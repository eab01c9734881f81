import gc
import sys
import unicodedata
import zlib
from pathlib import Path

import pytest
import spacy
import srsly  # type: ignore[import-untyped]
from spacy.tokens import Doc, DocBin, Span

from app.dataset import Dataset, Selection, select
from app.exporters import export
from app.project import Project
from app.readers import spacy_docbin
from app.readers.loaded import LoadedArticle
from app.readers.spacy_docbin import READER
from tests.app.readers.comparing import comes_back, quotes, spans, suggestions_come_back, trouble_of

TEXT = "🙂 " + unicodedata.normalize("NFD", "Мой район") + " получит 1\u00a0500 тенге.\nӘкім үй берді.\n"


def document(text: str = TEXT) -> Doc:
    return spacy.blank("xx").tokenizer(text)


def span(doc: Doc, phrase: str, label: str, kb_id: str = "") -> Span:
    start = doc.text.index(phrase)
    found = doc.char_span(start, start + len(phrase), label=label, kb_id=kb_id)
    assert found is not None
    return found


def save(path: Path, *docs: Doc) -> Path:
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    return path


def read(path: Path) -> LoadedArticle:
    (article,) = READER.read(path)
    return article


# --------------------------------------------------------------------------------------- our own export


def test_our_export_comes_back(project: Project, everything: Dataset, tmp_path: Path) -> None:
    export(everything, "spacy", tmp_path / "out.spacy")
    found = comes_back(READER, tmp_path / "out.spacy", project)
    suggestions_come_back(found[101], project.suggestions(101, only_open=False), decided=True)
    hard = found[101]
    assert hard.where == "document 1"
    assert hard.statuses == {"Асель": "done", "Борис": "in_progress"}
    assert {n.native_id for n in hard.nothing} == {p.id for p in project.empty_passages(101)}
    assert hard.said["Асель"].flagged
    assert hard.text_sha256 == project.article(101).text_sha256


def test_what_was_marked_in_our_export_since_is_added(project: Project, tmp_path: Path) -> None:
    export(select(project, Selection()), "spacy", tmp_path / "out.spacy")
    docbin = DocBin(store_user_data=True).from_disk(tmp_path / "out.spacy")
    docs = list(docbin.get_docs(spacy.blank("xx").vocab))
    flat = docs[2]
    flat.spans["sc"] = [*flat.spans["sc"], span(flat, "plant", "speaker")]
    flat.spans["predicted"] = [span(flat, "Smith", "speaker"), span(flat, "Almaty", "place")]
    save(tmp_path / "since.spacy", *docs)
    before, after = (list(READER.read(tmp_path / f"{name}.spacy"))[2] for name in ("out", "since"))
    assert [(m.id, m.label, quotes(m)) for m in after.marks if m not in before.marks] == [
        ("sc 3", "speaker", ["plant"]),
        ("predicted 2", "place", ["Almaty"]),
    ], "Smith is a speaker already"


# ---------------------------------------------------------------------------------- what others make


def test_groups_entities_and_their_values(tmp_path: Path) -> None:
    doc = document()
    claim, mayor = span(doc, "Әкім үй берді", "claim"), span(doc, "Әкім", "PER", kb_id="Q1")
    doc.spans["sc"] = [claim, mayor]
    doc.spans["ruler"] = [span(doc, "үй", "house"), span(doc, "Әкім", "PER")]
    doc.set_ents([span(doc, "Әкім", "PER"), span(doc, "1\u00a0500 тенге", "MONEY")])
    Span.set_extension("worth", default=None, force=True)
    claim._.worth = "CFS"
    doc.cats = {"politics": 1.0, "sport": 0.0}
    doc.user_data["made by"] = "ner 2"
    article = read(save(tmp_path / "train.spacy", doc))
    assert article.text == TEXT
    assert {mark.id: (mark.label, quotes(mark), mark.attributes) for mark in article.marks} == {
        "sc 1": ("claim", ["Әкім үй берді"], {"worth": "CFS"}),
        "sc 2": ("PER", ["Әкім"], {"kb_id": "Q1"}),
        "ruler 1": ("house", ["үй"], {}),
        "ents 1": ("MONEY", ["1\u00a0500 тенге"], {}),
    }
    for mark in article.marks:
        ((start, end),) = spans(mark)
        assert [TEXT[start:end]] == quotes(mark)
    assert article.left == {
        "categories of whole texts (doc.cats)": 2,
        "values of tokens and documents (extension attributes)": 1,
    }


def test_folders_of_train_and_dev(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    save(tmp_path / "corpus" / "train.spacy", document("Бір."), document("Екі."))
    save(tmp_path / "dev.spacy", document("Үш."))
    assert [(article.where, article.text) for article in READER.read(tmp_path)] == [
        ("corpus/train.spacy, document 1", "Бір."),
        ("corpus/train.spacy, document 2", "Екі."),
        ("dev.spacy, document 1", "Үш."),
    ]


def test_heads_are_not_trusted(tmp_path: Path) -> None:
    """Heads outside the document would be followed by spaCy's C code."""
    doc = document("Әкім үй берді")
    doc.set_ents([span(doc, "Әкім", "PER")])
    docbin = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "HEAD", "DEP"], docs=[doc])
    column = docbin.attrs.index(spacy.attrs.HEAD)
    docbin.tokens[0][:, column] = 2**31 + 5
    docbin.to_disk(tmp_path / "train.spacy")
    assert [quotes(mark) for mark in read(tmp_path / "train.spacy").marks] == [["Әкім"]]


# ----------------------------------------------------------------------------------------------- trouble


def damaged(path: Path, **changed: object) -> Path:
    """A DocBin with other values under these names of its own."""
    doc = document("Әкім үй берді")
    doc.spans["sc"] = [span(doc, "Әкім", "PER")]
    message = srsly.msgpack_loads(zlib.decompress(DocBin(docs=[doc], store_user_data=True).to_bytes()))
    assert changed.keys() <= message.keys()
    path.write_bytes(zlib.compress(srsly.msgpack_dumps({**message, **changed})))
    return path


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"tokens": b"1234"}, "it is no DocBin of spaCy (ValueError)"),
        ({"attrs": ["no attribute"]}, "cannot be read"),
        ({"strings": []}, "document 1 cannot be read"),
        ({"span_groups": [b"\x93"]}, "document 1 cannot be read"),
        ({"user_data": [srsly.msgpack_dumps({"pressmark": {"text": 1}})]}, "document 1 cannot be read"),
    ],
)
def test_a_damaged_docbin_is_one_sentence(tmp_path: Path, changed: dict[str, object], says: str) -> None:
    sentence = trouble_of(READER, damaged(tmp_path / "train.spacy", **changed))
    assert says in sentence
    assert "train.spacy" in sentence
    assert gc.isenabled(), "srsly switches it off while it reads"


def test_files_that_are_no_docbin(tmp_path: Path) -> None:
    file = tmp_path / "train.spacy"
    file.write_text('{"text": "Әкім"}', encoding="utf-8")
    assert "it is no DocBin of spaCy (not compressed as one)" in trouble_of(READER, file)
    file.write_bytes(zlib.compress(b"Hello"))
    assert "it is no DocBin of spaCy" in trouble_of(READER, file)
    save(file, document())
    file.write_bytes(file.read_bytes()[:-20])
    assert "the file ends before its DocBin does" in trouble_of(READER, file)
    file.write_bytes(b"")
    assert "it is empty" in trouble_of(READER, file)
    with file.open("wb") as stream:
        stream.truncate(1 << 30)
    assert "longer than 256 MB" in trouble_of(READER, file)
    file.unlink()
    assert "no file that ends with .spacy" in trouble_of(READER, tmp_path)


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_docbin, "_LARGEST_UNPACKED", 64 << 20)  # 2 GB take four seconds
    (tmp_path / "train.spacy").write_bytes(zlib.compress(bytes(65 << 20), 1))
    assert "longer than 64 MB when unpacked" in trouble_of(READER, tmp_path)


def test_without_spacy_the_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path / "train.spacy", document())
    monkeypatch.setitem(sys.modules, "spacy.vocab", None)
    assert trouble_of(READER, tmp_path) == (
        'The spaCy format needs a library that is not installed: pip install "pressmark[spacy]".'
    )
