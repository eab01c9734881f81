import unicodedata
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from cassis import Cas, TypeSystem
from cassis.typesystem import TYPE_NAME_ANNOTATION, TYPE_NAME_FS_ARRAY, TYPE_NAME_STRING_ARRAY, TYPE_NAME_TOP

from app.dataset import Dataset
from app.exporters import export
from app.project import Project
from app.readers.loaded import LoadedArticle, Mark
from app.readers.uima import READER
from tests.app.readers.comparing import comes_back, quotes, spans, suggestions_come_back, trouble_of

TEXT = "🙂 " + unicodedata.normalize("NFD", "Мой район") + " получит 1\u00a0500 тенге 😀.\nӘкім үй берді.\n"

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
NER = f"{DKPRO}.ner.type.NamedEntity"
TOKEN, SENTENCE = f"{DKPRO}.segmentation.type.Token", f"{DKPRO}.segmentation.type.Sentence"
DEPENDENCY = f"{DKPRO}.syntax.type.dependency.Dependency"
CLAIM, SAID_BY, LINK = "webanno.custom.Claim", "webanno.custom.SaidBy", "webanno.custom.ClaimAboutLink"


def inception_types() -> TypeSystem:
    """Layers as INCEpTION writes them: its own, and a project's custom ones."""
    types = TypeSystem()
    string, boolean, number = "uima.cas.String", "uima.cas.Boolean", "uima.cas.Integer"
    described = {
        TOKEN: {},
        SENTENCE: {},
        NER: {"value": string, "identifier": string},
        DEPENDENCY: {"Governor": TOKEN, "Dependent": TOKEN, "DependencyType": string},
        "custom.Span": {"label": string},
        "custom.Relation": {"Governor": "custom.Span", "Dependent": "custom.Span", "label": string},
        CLAIM: {"worth": string, "sure": boolean, "rank": number, "share": "uima.cas.Double"},
        SAID_BY: {"Governor": CLAIM, "Dependent": NER, "how": string},
    }
    for name, features in described.items():
        made = types.create_type(name, supertypeName=TYPE_NAME_ANNOTATION)
        for feature, ranged in features.items():
            types.create_feature(made, feature, ranged)
    link = types.create_type(LINK, supertypeName=TYPE_NAME_TOP)
    types.create_feature(link, "role", string)
    types.create_feature(link, "target", TYPE_NAME_ANNOTATION)
    claim = types.get_type(CLAIM)
    types.create_feature(claim, "about", TYPE_NAME_FS_ARRAY, elementType=LINK)
    types.create_feature(claim, "next", CLAIM)
    types.create_feature(claim, "tags", TYPE_NAME_STRING_ARRAY)
    return types


class Document:
    """A CAS made with cassis, which counts as Python does and writes UTF-16."""

    def __init__(self, text: str = TEXT) -> None:
        self.types = inception_types()
        self.cas = Cas(self.types)
        self.cas.sofa_string = text
        self.cas.sofa_mime = "text/plain"
        self.text = text

    def add(self, type_name: str, phrase: str, **features: object) -> object:
        assert self.text.count(phrase) == 1
        start = self.text.index(phrase)
        made = self.types.get_type(type_name)(begin=start, end=start + len(phrase), **features)
        self.cas.add(made)
        return made

    def save(self, path: Path, *, with_types: bool = True) -> None:
        self.cas.to_xmi(path)
        if with_types:
            self.types.to_xml(path.with_name("TypeSystem.xml"))


def read(path: Path) -> LoadedArticle:
    (article,) = READER.read(path)
    return article


def by_label(article: LoadedArticle) -> dict[str, Mark]:
    return {mark.label: mark for mark in article.marks}


# --------------------------------------------------------------------------------------- our own export


def test_our_export_comes_back(project: Project, everything: Dataset, tmp_path: Path) -> None:
    export(everything, "uima", tmp_path / "out")
    found = comes_back(READER, tmp_path / "out", project, lacks=("attributes",))
    for article_id, article in found.items():
        kept = {annotation.id: annotation.attributes for annotation in project.annotations(article_id)}
        for mark in article.marks:
            if mark.proposal is None and mark.native_id is not None:
                told = {name: _as_string(value) for name, value in kept[mark.native_id].items()}
                assert mark.attributes == told, "features are strings, those that are places spans"
    suggestions_come_back(found[101], project.suggestions(101), decided=False)
    proposed = [link for link in found[101].links if link.native_id is None]
    assert [link.type for link in proposed] == ["said_by"]
    relations = {(link.native_id, link.annotator, link.created_at) for link in found[101].links} - {
        (None, "", "")
    }
    assert relations == {(r.id, r.annotator, r.created_at) for r in project.relations(101)}


def _as_string(value: object) -> object:
    return str(value) if isinstance(value, int | float) else value


def test_our_blocks_passages_and_metadata_come_back(
    project: Project, everything: Dataset, tmp_path: Path
) -> None:
    export(everything, "uima", tmp_path / "out")
    found = {article.article_id: article for article in READER.read(tmp_path / "out")}
    hard, kept = found[101], project.article(101)
    assert [(b.start, b.end, b.role, b.reason) for b in hard.blocks] == [
        (b.start, b.end, b.role, b.reason) for b in kept.blocks
    ]
    assert {(n.native_id, n.annotator, n.created_at, n.piece.span) for n in hard.nothing} == {
        (p.id, p.annotator, p.created_at, p.fragment.span) for p in project.empty_passages(101)
    }
    assert hard.about == {"title": kept.title, "language": kept.language, "url": kept.url}


def test_what_was_added_to_our_export_elsewhere(everything: Dataset, tmp_path: Path) -> None:
    """INCEpTION keeps our layers; what its annotators add has none of our features."""
    export(everything, "uima", tmp_path / "out")
    file = tmp_path / "out" / "103.xmi"
    xmi = file.read_text(encoding="utf-8")
    added = '<label:speaker xmi:id="99" sofa="1" begin="7" end="12" kind="organisation"/>'
    file.write_text(xmi.replace("<cas:Sofa", f"{added}<cas:Sofa"), encoding="utf-8")
    marks = [mark for mark in read(file).marks if mark.id == "99"]
    assert [
        (mark.label, quotes(mark), mark.attributes, mark.annotator, mark.native_id) for mark in marks
    ] == [("speaker", ["plant"], {"kind": "organisation"}, "", None)]


# ------------------------------------------------------------------------------- INCEpTION, by cassis


def test_layers_of_inception(tmp_path: Path) -> None:
    document = Document()
    for word in ("Әкім", "үй", "берді"):
        document.add(TOKEN, word)
    document.add(SENTENCE, "Әкім үй берді.")
    tokens = document.cas.select(TOKEN)
    document.add(DEPENDENCY, "үй", Governor=tokens[2], Dependent=tokens[1], DependencyType="obj")
    mayor = document.add(NER, "Әкім", value="PER", identifier="http://wikidata.example/Q1")
    claim = document.add(CLAIM, "Әкім үй берді", worth="CFS", sure=True, rank=3, share=0.25)
    document.add(SAID_BY, "Әкім", Governor=claim, Dependent=mayor, how="direct")
    document.add("custom.Span", "1\u00a0500 тенге", label="number")
    document.save(tmp_path / "note.xmi")
    article = read(tmp_path)
    assert (article.where, article.text, article.article_id) == ("note.xmi", TEXT, None)
    marks = by_label(article)
    assert {label: (quotes(mark), mark.attributes) for label, mark in marks.items()} == {
        "PER": (["Әкім"], {"identifier": "http://wikidata.example/Q1"}),
        "Claim": (["Әкім үй берді"], {"worth": "CFS", "sure": True, "rank": 3, "share": 0.25}),
        "number": (["1\u00a0500 тенге"], {}),
    }
    for mark in article.marks:
        ((start, end),) = spans(mark)
        assert [TEXT[start:end]] == quotes(mark)
    assert [(link.type, link.source, link.target) for link in article.links] == [
        ("SaidBy", marks["Claim"].id, marks["PER"].id)
    ]
    assert article.left == {"values of relations, which Pressmark does not have": 1}


def test_without_its_type_system_values_are_strings(tmp_path: Path) -> None:
    document = Document()
    mayor = document.add(NER, "Әкім", value="PER")
    link = document.types.get_type(LINK)(role="giver", target=mayor)
    links = document.types.get_type(TYPE_NAME_FS_ARRAY)(elements=[link])
    claim = document.add(CLAIM, "Әкім үй берді", sure=True, rank=3, about=links)
    document.add(SAID_BY, "Әкім", Governor=claim, Dependent=mayor)
    document.save(tmp_path / "note.xmi", with_types=False)
    article = read(tmp_path / "note.xmi")
    assert by_label(article)["Claim"].attributes == {"sure": "true", "rank": "3"}
    assert sorted(link.type for link in article.links) == ["SaidBy", "giver"]
    assert article.left == {}


def test_links_and_references_are_relations(tmp_path: Path) -> None:
    document = Document()
    mayor, house = document.add(NER, "Әкім", value="PER"), document.add("custom.Span", "үй", label="house")
    link = document.types.get_type(LINK)
    roles = [link(role="giver", target=mayor), link(target=house)]
    second = document.add(CLAIM, "получит")
    document.add(
        CLAIM,
        "Әкім үй берді",
        about=document.types.get_type(TYPE_NAME_FS_ARRAY)(elements=roles),
        next=second,
        tags=document.types.get_type(TYPE_NAME_STRING_ARRAY)(elements=["a", "b c"]),
    )
    document.save(tmp_path / "note.xmi")
    article = read(tmp_path)
    labels = {mark.id: quotes(mark)[0] for mark in article.marks}
    assert {(link.type, labels[link.source], labels[link.target]) for link in article.links} == {
        ("giver", "Әкім үй берді", "Әкім"),
        ("about", "Әкім үй берді", "үй"),
        ("next", "Әкім үй берді", "получит"),
    }
    tagged = next(mark for mark in article.marks if quotes(mark) == ["Әкім үй берді"])
    assert tagged.attributes == {"tags": ["a", "b c"]}


def test_plain_relations_have_their_type_as_a_value(tmp_path: Path) -> None:
    document = Document()
    source = document.add("custom.Span", "Әкім", label="giver")
    target = document.add("custom.Span", "үй", label="gift")
    document.add("custom.Relation", "үй", Governor=source, Dependent=target, label="gave")
    document.save(tmp_path / "note.xmi")
    (link,) = read(tmp_path).links
    assert link.type == "gave"


def test_what_is_not_taken_is_counted(tmp_path: Path) -> None:
    document = Document()
    token = document.add(TOKEN, "үй")
    claim = document.add(CLAIM, "Әкім")
    document.add(SAID_BY, "үй", Governor=claim, Dependent=token)
    document.cas.add(document.types.get_type(CLAIM)(begin=4, end=4))
    document.save(tmp_path / "note.xmi")
    article = read(tmp_path)
    assert article.left == {"relations to what is no annotation": 1, "annotations of no character": 1}
    assert len(article.marks) == 1


# ------------------------------------------------------------------------------------- folders and zips


def packed(path: Path, files: Iterable[Path]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, file.name)


def test_a_zip_as_inception_exports_a_document(tmp_path: Path) -> None:
    document = Document()
    document.add(CLAIM, "Әкім", rank=3)
    document.save(tmp_path / "aliya.xmi")
    packed(tmp_path / "note.zip", [tmp_path / "aliya.xmi", tmp_path / "TypeSystem.xml"])
    article = read(tmp_path / "note.zip")
    assert article.where == "note.zip/aliya.xmi"
    assert by_label(article)["Claim"].attributes == {"rank": 3}
    assert by_label(article)["Claim"].annotator == ""


@pytest.mark.parametrize(
    ("identity", "title", "annotator"),
    [
        ("aliya", "note.txt", "aliya"),
        ("boris", "note.txt", ""),
        ("aliya", "aliya.txt", ""),
        ("aliya", "aliya", ""),
        ("aliya", None, ""),
    ],
)
def test_a_document_of_inception_names_its_annotator(
    tmp_path: Path, identity: str, title: str | None, annotator: str
) -> None:
    document = Document()
    metadata = f"{DKPRO}.metadata.type.DocumentMetaData"
    made = document.types.create_type(metadata, supertypeName="uima.tcas.DocumentAnnotation")
    for feature in ("documentId", "documentTitle", "documentUri"):
        document.types.create_feature(made, feature, "uima.cas.String")
    uri = "file:/srv/inception/project/1/document/31/source/note.txt"
    document.cas.add(
        made(begin=0, end=len(TEXT), documentId=identity, documentTitle=title, documentUri=uri, language="kk")
    )
    document.add(CLAIM, "Әкім")
    document.save(tmp_path / "aliya.xmi")
    article = read(tmp_path / "aliya.xmi")
    assert by_label(article)["Claim"].annotator == annotator
    assert article.about == {"language": "kk"} | ({"title": title} if title else {})
    assert article.article_id is None


def test_a_whole_project_of_inception(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    document = Document()
    document.add(CLAIM, "Әкім", rank=3)
    document.save(tmp_path / "made" / "data.xmi")
    files = [tmp_path / "made" / "data.xmi", tmp_path / "made" / "TypeSystem.xml"]
    folder = tmp_path / "project" / "annotation" / "note.txt"
    folder.mkdir(parents=True)
    for annotator in ("aliya", "boris", "INITIAL_CAS"):
        packed(folder / f"{annotator}.zip", files)
    with zipfile.ZipFile(tmp_path / "project.zip", "w") as archive:
        archive.writestr("exportedproject.json", "{}")
        for file in sorted(folder.iterdir()):
            archive.write(file, file.relative_to(tmp_path / "project"))
    for path in (tmp_path / "project", tmp_path / "project.zip"):
        found = list(READER.read(path))
        assert [mark.annotator for article in found for mark in article.marks] == ["aliya", "boris"]
        assert {mark.attributes["rank"] for article in found for mark in article.marks} == {3}


def test_several_views_are_several_texts(tmp_path: Path) -> None:
    document = Document()
    document.add(CLAIM, "Әкім")
    second = document.cas.create_view("translation")
    second.sofa_string = "The mayor gave a house."
    second.add(document.types.get_type(CLAIM)(begin=4, end=9))
    document.save(tmp_path / "note.xmi")
    found = list(READER.read(tmp_path))
    assert [(a.where, quotes(a.marks[0])) for a in found] == [
        ("note.xmi, view 1", ["Әкім"]),
        ("note.xmi, view 2", ["mayor"]),
    ]
    assert all(len(article.marks) == 1 for article in found)


def test_xml_1_1(tmp_path: Path) -> None:
    document = Document()
    document.add(CLAIM, "Әкім")
    document.save(tmp_path / "note.xmi")
    file = tmp_path / "note.xmi"
    content = file.read_bytes()
    assert b"1.0" in content[:30]
    file.write_bytes(content.replace(b"1.0", b"1.1", 1))
    assert quotes(read(tmp_path).marks[0]) == ["Әкім"]


# ----------------------------------------------------------------------------------------------- trouble

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"'
    ' xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore" xmi:version="2.0">\n'
)
_SOFA = '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="🙂 Әкім"/>\n</xmi:XMI>\n'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "it is not XML"),
        (_HEAD, "it is not XML (no element found)"),
        ("<html/>", "line 1 cannot be read: it is no XMI of UIMA"),
        (_HEAD + "</xmi:XMI>", "it has no text"),
        (_HEAD + '<cas:Sofa xmi:id="1" sofaURI="file:/x"/></xmi:XMI>', "its text is not in the file"),
        (
            _HEAD + '<c:X xmi:id="2" sofa="1" begin="3" end="99"/>' + _SOFA,
            "line 3, element 2 cannot be read: 3 to 99 is no",
        ),
        (_HEAD + '<c:X xmi:id="2" sofa="1" begin="5" end="4"/>' + _SOFA, "5 to 4 is no stretch of its text"),
        (_HEAD + '<c:X xmi:id="2" sofa="1" begin="1" end="4"/>' + _SOFA, "1 to 4 is no stretch of its text"),
        (
            _HEAD + '<c:X xmi:id="2" sofa="1" begin="-1" end="4"/>' + _SOFA,
            "-1 to 4 is no stretch of its text",
        ),
        (_HEAD + '<c:X xmi:id="2" sofa="1" begin="x"/>' + _SOFA, "is no stretch of its text"),
        (_HEAD + '<c:X sofa="1" begin="0" end="2"/>' + _SOFA, "an element has no xmi:id"),
        (_HEAD + '<c:X xmi:id="1" sofa="1" begin="0" end="2"/>' + _SOFA, "a second element has the id 1"),
        (
            _HEAD + '<c:R xmi:id="2" sofa="1" begin="0" end="2" Governor="7" Dependent="2"/>' + _SOFA,
            "line 3, element 2 cannot be read: it refers to “7”, which is not in the file",
        ),
        (
            _HEAD + '<c:X xmi:id="2">' + "<a>" * 60 + "</a>" * 60 + "</c:X>" + _SOFA,
            "its elements go too deep",
        ),
        (_HEAD.replace("UTF-8", "x-nothing") + _SOFA, "its encoding is unknown"),
    ],
)
def test_a_damaged_file_is_one_sentence(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "note.xmi").write_text(content, encoding="utf-8")
    sentence = trouble_of(READER, tmp_path)
    assert says in sentence
    assert "note.xmi" in sentence


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "secret.txt">]>',
        '<!DOCTYPE x SYSTEM "http://x.example/x.dtd">',
    ],
)
@pytest.mark.parametrize("name", ["note.xmi", "TypeSystem.xml"])
def test_document_types_are_refused(tmp_path: Path, doctype: str, name: str) -> None:
    document = Document()
    document.save(tmp_path / "note.xmi")
    head, rest = (tmp_path / name).read_text(encoding="utf-8").split("?>", 1)
    (tmp_path / name).write_text(f"{head}?>{doctype}{rest}", encoding="utf-8")
    sentence = trouble_of(READER, tmp_path)
    assert "it has a document type" in sentence
    assert name in sentence


def test_another_encoding_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "note.xmi").write_text((_HEAD + _SOFA).replace("UTF-8", "UTF-16"), encoding="utf-16")
    assert "it is not UTF-8" in trouble_of(READER, tmp_path)
    (tmp_path / "note.xmi").write_bytes((_HEAD + _SOFA).replace("🙂 Әкім", "Аким").encode("cp1251"))
    assert "line 3 cannot be read: it is not XML" in trouble_of(READER, tmp_path)


def test_damaged_zips_and_endless_files(tmp_path: Path) -> None:
    zipped = tmp_path / "note.zip"
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "nothing")
    assert "it has no .xmi file" in trouble_of(READER, zipped)
    with (
        zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("note.xmi", "w", force_zip64=True) as member,
    ):
        for _ in range(66):
            member.write(b" " * (1 << 20))
    assert "longer than 64 MB" in trouble_of(READER, zipped)
    content = bytearray(zipped.read_bytes())
    content[60:64] = b"\xff\xff\xff\xff"
    zipped.write_bytes(content)
    assert "the zip is damaged or locked" in trouble_of(READER, zipped)
    zipped.unlink()
    with (tmp_path / "note.xmi").open("wb") as file:
        file.truncate(1 << 30)
    assert "longer than 64 MB" in trouble_of(READER, tmp_path)
