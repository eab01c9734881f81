"""The registry at hand: finding, searching, following changes, and what it says of a mention."""

from dataclasses import replace
from pathlib import Path

import pytest

import resources
import storage
from app.anchor import Span
from app.changes import Change
from app.commands import add_articles
from app.names import Likeness
from app.scheme import Label, parse_scheme
from app.session import Session
from app.speaker import Post, Speaker
from app.speakers import (
    Registry,
    attributes_for_speaker,
    attributes_of,
    known,
    likely_same,
    mention_of,
)
from tests.widgets.panels import page

ASET = Speaker(1, "Асет Ахметов", "person", ("Akhmetov", "Ахметову"), (Post("министр", "Минздрав"),))
BOLAT = Speaker(2, "Болат Оспанов", "person", ("Оспанов",))
ALIYA = Speaker(3, "Алия Ахметова", "person")
FLOWER = Speaker(4, "ТОО «Ромашка»", "organisation")
ENTRIES = (ASET, BOLAT, ALIYA, FLOWER)


@pytest.fixture
def registry() -> Registry:
    return Registry(lambda: ENTRIES)


def speaker_label() -> Label:
    label = parse_scheme(resources.scheme()).label("speaker")
    assert label is not None
    return label


def found(registry: Registry, mention: str) -> list[tuple[int, Likeness]]:
    return [(candidate.speaker.id, candidate.likeness) for candidate in registry.find(mention)]


# -- finding ------------------------------------------------------------------------------------


def test_an_entry_is_found_by_any_form_case_and_script(registry: Registry) -> None:
    for mention in ("Асет Ахметов", "Асету Ахметову", "Aset Akhmetov", "Асет Ахметовтің", "Akhmetov"):
        assert found(registry, mention)[0] == (1, Likeness.SAME), mention


def test_candidates_come_the_likeliest_first(registry: Registry) -> None:
    assert found(registry, "Ахметовой") == [(3, Likeness.LIKELY)]
    assert found(registry, "Ахметова") == [(3, Likeness.LIKELY), (1, Likeness.POSSIBLE)]
    assert found(registry, "«Ромашка»") == [(4, Likeness.SAME)]
    assert found(registry, "Кенжебеков") == []
    assert found(registry, "") == []


def test_a_name_resolves_by_itself_then_by_its_only_form(registry: Registry) -> None:
    assert registry.resolve("Оспанов") == BOLAT
    assert registry.resolve("Akhmetov") == ASET
    assert registry.resolve("Оспанову") is None
    other = Speaker(5, "Серик Оспанов", forms=("Оспанов",))
    registry.follow([Change(None, other)])
    assert registry.resolve("Оспанов") is None
    registry.follow([Change(None, Speaker(6, "Оспанов"))])
    assert registry.resolve("Оспанов") == Speaker(6, "Оспанов")


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("ахм", [3, 1]),
        ("Akhm", [3, 1]),
        ("Ak", [3, 1]),
        ("ахметову", [1]),
        ("асет ахм", [1]),
        ("ахм асет", [1]),
        ("ром", [4]),
        ("rom", [4]),
        ("", [3, 1, 2, 4]),
        ("ром ахм", []),
        ("zz", []),
        ("мет", []),
    ],
)
def test_search_as_you_type(registry: Registry, typed: str, ids: list[int]) -> None:
    assert [speaker.id for speaker in registry.search(typed)] == ids


def test_entries_stand_by_name_across_scripts() -> None:
    entries = (Speaker(1, "Zhanar"), Speaker(2, "Akhmetov"), Speaker(3, "Болат"), Speaker(4, "Ахметов"))
    assert Registry(lambda: entries).ids() == [2, 4, 3, 1]


# -- following ----------------------------------------------------------------------------------


def test_it_follows_changes_and_their_inverse(registry: Registry) -> None:
    renamed = Speaker(1, "Аскар Сагинтаев", "person", ("Сагинтаев",))
    change = Change(ASET, renamed)
    assert registry.get(1) == ASET
    registry.follow([change, Change(BOLAT, None)])
    assert registry.get(1) == renamed
    assert registry.get(2) is None
    assert not found(registry, "Асет Ахметов")
    assert found(registry, "Сагинтаеву")[0][0] == 1
    registry.follow([Change(None, BOLAT), change.inverse()])
    assert registry.ids() == Registry(lambda: ENTRIES).ids()
    assert found(registry, "Асету Ахметову")[0] == (1, Likeness.SAME)


def test_what_another_window_has_done_to_an_entry_is_no_trouble(registry: Registry) -> None:
    registry.ids()
    made = Speaker(9, "Әсел Бекова")
    registry.follow([Change(made, replace(made, kind="person"))])
    renamed = replace(BOLAT, name="Болат Оспан", forms=())
    registry.follow([Change(renamed, replace(renamed, forms=("Болат Оспанов",)))])
    assert registry.ids() == [ALIYA.id, 9, ASET.id, BOLAT.id, FLOWER.id]
    assert registry.resolve("Әсел Бекова") == replace(made, kind="person")
    assert registry.resolve("Болат Оспанов") == registry.resolve("Болат Оспан") == registry.get(BOLAT.id)
    assert registry.resolve("Оспанов") is None


def test_a_merge_is_followed_whatever_the_order_of_its_changes(registry: Registry) -> None:
    both = Speaker(1, "Асет Ахметов", forms=("Болат Оспанов", "Оспанов"))
    merge = [Change(ASET, both), Change(BOLAT, None)]
    assert registry.resolve("Болат Оспанов") == BOLAT
    registry.follow(merge)
    assert registry.resolve("Болат Оспанов") == both
    registry.follow([change.inverse() for change in reversed(merge)])
    assert registry.resolve("Болат Оспанов") == BOLAT


def test_changes_before_the_first_reading_are_in_what_is_read() -> None:
    entries = [ASET]
    registry = Registry(lambda: entries)
    registry.follow([Change(None, BOLAT)])
    entries.append(BOLAT)
    assert registry.ids() == [1, 2]


def test_reading_ahead_in_parts_gives_the_same() -> None:
    registry = Registry(lambda: ENTRIES)
    assert registry.read_ahead(2)  # what there is
    assert registry.read_ahead(2)
    assert not registry.read_ahead(2)
    assert registry.ids() == Registry(lambda: ENTRIES).ids()
    half = Registry(lambda: ENTRIES)
    half.read_ahead(1)
    half.read_ahead(1)
    half.follow([Change(FLOWER, None)])
    assert half.ids() == [3, 1, 2]


# -- what it says of a mention ---------------------------------------------------------------------


def test_only_a_sure_mention_is_known(registry: Registry) -> None:
    assert known(registry, "Асету Ахметову") == ASET
    assert known(registry, "Akhmetov") == ASET
    assert known(registry, "«Ромашка»") == FLOWER
    assert known(registry, "Ахметова") is None  # she, or his genitive
    assert known(registry, "Асет") is None
    assert known(registry, "он") is None
    assert known(registry, "Кенжебеков") is None


def test_what_the_article_has_named_is_known_by_less(registry: Registry) -> None:
    assert known(registry, "Ахметова", here={3}) == ALIYA
    assert known(registry, "Ахметова", here={1}) == ASET
    assert known(registry, "Асет", here={1}) == ASET
    assert known(registry, "Асет", here={2}) is None
    assert known(registry, "Ахметова", here={1, 3}) == ALIYA


def test_two_of_one_name_are_told_by_the_article() -> None:
    twins = (Speaker(1, "Асет Ахметов", forms=("Ахметов",)), Speaker(2, "Болат Ахметов", forms=("Ахметов",)))
    registry = Registry(lambda: twins)
    assert known(registry, "Ахметов") is None
    assert known(registry, "Ахметову", here={2}) == twins[1]
    assert known(registry, "Ахметов", here={1, 2}) is None


def test_the_likely_same_are_offered_for_a_merge() -> None:
    entries = (ASET, Speaker(7, "А. Ахметов"), Speaker(8, "Aset Akhmetov"), BOLAT)
    registry = Registry(lambda: entries)
    assert [(c.speaker.id, c.likeness) for c in likely_same(registry, ASET)] == [
        (8, Likeness.SAME),
        (7, Likeness.LIKELY),
    ]
    assert likely_same(registry, BOLAT) == []


def test_the_post_is_the_one_of_the_day() -> None:
    posts = (Post("депутат", "Мажилис"), Post("министр", "Минздрав", "2023-03"))
    speaker = Speaker(1, "Асет Ахметов", "person", (), posts)
    label = speaker_label()
    early = attributes_of(speaker, label, "2022-12-31T10:00", "Ахметов")
    assert early == {
        "canonical_name": "Асет Ахметов",
        "kind": "person",
        "role": "депутат",
        "organisation": "Мажилис",
        "mention": "named",
    }
    assert attributes_of(speaker, label, "2023-03-05", "Ахметов")["role"] == "министр"
    assert attributes_of(speaker, label, None, "Ахметов")["role"] == "министр"
    later = Speaker(1, "Асет Ахметов", "person", (), posts[1:])
    assert "role" not in attributes_of(later, label, "2022", "Ахметов")


def test_a_label_is_given_only_what_it_has_room_for() -> None:
    label = speaker_label()
    fewer = Label(
        "voice", "Voice", "", "solid", label.light, label.dark, (label.attributes[0], label.attributes[3])
    )
    odd = Speaker(1, "Асет", "spirit", (), (Post("министр"),))
    assert attributes_of(odd, fewer, None, "Асет") == {"canonical_name": "Асет"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Ахметов", "named"), ("министр", "nominal"), ("ол", "pronoun"), ("акимат Алматы", "named")],
)
def test_the_kind_of_mention_by_its_look(text: str, kind: str) -> None:
    assert mention_of(text) == kind


def test_a_mark_made_by_hand_is_filled_from_the_registry(tmp_path: Path) -> None:
    session = Session(storage.create_project(tmp_path / "p.pressmark", parse_scheme(resources.scheme())), "A")
    text = page("Заголовок", "Министр рассказал Асету Ахметову о больницах.", published="2024-05-01")
    added = add_articles(session.project, [text], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    (article,) = added.article_ids
    registry = Registry(lambda: ENTRIES)

    def given(quote: str, label: str) -> dict[str, object] | None:
        start = session.project.text(article).index(quote)
        span = Span(start, start + len(quote))
        return attributes_for_speaker(session.project, registry, article, [span], label, "A")

    assert given("Асету Ахметову", "speaker") == {
        "canonical_name": "Асет Ахметов",
        "kind": "person",
        "role": "министр",
        "organisation": "Минздрав",
        "mention": "named",
    }
    assert given("Министр", "speaker") is None
    assert given("Асету Ахметову", "claim") is None
    assert given("Асету Ахметову", "no such label") is None
    session.project.close()
