"""Names in Kazakh: the model that ships on sentences of our own, and on those it was not trained on."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from app.suggesters.names import kazakh
from app.suggesters.names.kazakh.first_forms import first_form
from tests.training.__main__ import DATA, MODEL
from tests.training.sentences import HELD_OUT, Labelled, Sentence, inner_part, part, read, variants
from tests.training.training import labels, packed, score, train, unpacked

LIMIT = 1_000_000


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.kind, text[mention.start : mention.end]) for mention in kazakh.find(text)]


# Each name has its kind before it: p(erson), t(itle), o(rganisation), l(ocation).
KINDS = {"p": "person", "t": "position", "o": "organisation", "l": "location"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Бұл туралы Айдос Сәрсенов айтты.", "p Айдос Сәрсенов"),
        ("Кеше Гүлнар Бекованың көрмесі ашылды.", "p Гүлнар Бекованың"),
        ("Әсел Ерланқызы мен Дәурен Ахметұлы марапатталды.", "p Әсел Ерланқызы | p Дәурен Ахметұлы"),
        ("Жиында Қ.Сейітов сөз сөйледі.", "p Қ.Сейітов"),
        ("Жиында Е. Төлебаевтың есебі тыңдалды.", "p Е. Төлебаевтың"),
        ("Бүгін президент Айдос Сәрсенов кетті.", "t президент | p Айдос Сәрсенов"),
        (
            "Денсаулық сақтау министрі Ержан Оспанов брифинг өткізді.",
            "t Денсаулық сақтау министрі | p Ержан Оспанов",
        ),
        ("Президент Үкімет отырысын өткізді.", "t Президент | o Үкімет"),
        ("Қаржы министрлігінің мәліметінше, бюджет өсті.", "o Қаржы министрлігінің"),
        ("Мемлекет басшысы Павлодар облысына барды.", "t Мемлекет басшысы | l Павлодар облысына"),
        (
            "Бүгін Премьер-министрдің орынбасары Астанада болды.",
            "t Премьер-министрдің орынбасары | l Астанада",
        ),
    ],
)
def test_names_are_found(text: str, expected: str) -> None:
    assert found(text) == [(KINDS[name[0]], name[2:]) for name in expected.split(" | ")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t ",
        "…",
        "—",
        "12 345 теңге.",
        "Бүгін ауа райы жылы, жаңбыр жаумайды.",
        "Биыл ауылда жаңа жол салынды.",
        "Жұмысшылар ғимаратты екі айда бітірмек.",
        "Соңғы екі жылда баға он пайызға өсті.",
        "Ол жерде су да, жарық та жоқ.",
        "https://example.org/qazaq/news?id=12",
    ],
)
def test_nothing_is_found_where_nobody_is_named(text: str) -> None:
    assert found(text) == []


def test_spacing_and_quotation_marks_change_nothing() -> None:
    tight = "«Жерұйық» компаниясының директоры Нұрлан Әбенов: «Жұмыс басталды», – деді."
    loose = "« Жерұйық » компаниясының директоры Нұрлан Әбенов : « Жұмыс басталды » , – деді ."
    assert [(kind, name.replace(" ", "")) for kind, name in found(tight)] == [
        (kind, name.replace(" ", "")) for kind, name in found(loose)
    ]
    assert ("person", "Нұрлан Әбенов") in found(tight)


@pytest.mark.parametrize("conjunction", ["мен", "пен", "бен", "және"])
def test_no_name_begins_with_a_conjunction(conjunction: str) -> None:
    text = f"Премьер-министр Ә.Сәрсенов {conjunction} қаржы министрі Е. Төлебаев халыққа есеп берді."
    assert all(not name.startswith(conjunction) for _, name in found(text))
    assert ("person", "Ә.Сәрсенов") in found(text)


def test_offsets_are_code_points_of_the_whole_text() -> None:
    text = "🚂 Пойыз\u00a0келді.\r\n\nБұл туралы Айдос Сәрсенов айтты. 🎉\nГүлнар Бекова қосты."
    names = [(m.start, text[m.start : m.end]) for m in kazakh.find(text) if m.kind == "person"]
    assert names == [(text.index("Айдос"), "Айдос Сәрсенов"), (text.index("Гүлнар"), "Гүлнар Бекова")]


def test_mentions_are_in_order_apart_and_scored() -> None:
    text = (
        "ҚАЛА ӘКІМІ ТҰРҒЫНДАРМЕН КЕЗДЕСТІ\n"
        "Алматы қаласының әкімі Ерболат Сейтқалиев тұрғындармен кездесті.\n"
        "«Жолды биыл бітіреміз», – деді ол.\n"
        "Министр Иван Петров приехал в Алматы и встретился с журналистами Tengri Daily.\n"
        "Мәжіліс депутаты Сәуле Қасымова мен Ұлттық банк төрағасы Ә. Мұратов та қатысты.\n"
    )
    mentions = kazakh.find(text)
    assert len(mentions) > 5
    assert all(one.end <= next_one.start for one, next_one in pairwise(mentions))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(0 < mention.score <= 1 and mention.rule == "crf" for mention in mentions)
    assert all("\n" not in text[mention.start : mention.end] for mention in mentions)


def test_many_threads_may_ask_at_once() -> None:
    texts = [f"Бұл туралы {name} Сәрсенов айтты." for name in ("Айдос", "Ерлан", "Марат", "Серік")] * 25
    alone = [found(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(found, texts)) == alone


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Айдос Сәрсенов", "Айдос Сәрсенов"),
        ("Айдос Сәрсеновтың", "Айдос Сәрсенов"),
        ("Гүлнар Бековаға", "Гүлнар Бекова"),
        ("Төлебаевпен", "Төлебаев"),
        ("Ахметұлының", "Ахметұлы"),
        ("Ерланқызына", "Ерланқызы"),
        ("Самат", "Самат"),
        ("Саматтан", "Самат"),
        ("Ерболатқа", "Ерболат"),
        ("Құдайберді", "Құдайберді"),
        ("Армен", "Армен"),
        ("Смит", "Смит"),
        ("Смитпен", ""),
    ],
)
def test_first_form_of_people(name: str, first: str) -> None:
    assert first_form(name, person=True) == first


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Қазақстан", "Қазақстан"),
        ("Қазақстанда", "Қазақстан"),
        ("Алматыдағы", "Алматы"),
        ("Павлодар облысында", "Павлодар облысы"),
        ("Қостанай облысындағы", "Қостанай облысы"),
        ("Қаржы министрлігінің", "Қаржы министрлігі"),
        ("Үкіметке", "Үкімет"),
        ("Парламенттегі", "Парламент"),
        ("қалалық сотында", "қалалық соты"),
        ("Bek Air-дің", "Bek Air"),
        ("«Жерұйық»", "«Жерұйық»"),
        ("Мемлекет басшысының", "Мемлекет басшысы"),
        ("әлем чемпионы", "әлем чемпионы"),
        ("Президентке", "Президент"),
    ],
)
def test_first_form_of_bodies_places_and_posts(name: str, first: str) -> None:
    assert first_form(name, person=False) == first


def test_a_mention_has_its_first_form() -> None:
    assert [m.name for m in kazakh.find("Кеше Гүлнар Бекованың көрмесі ашылды.")] == ["Гүлнар Бекова"]


def test_the_model_is_small() -> None:
    assert MODEL.stat().st_size < LIMIT


def test_the_model_holds_on_sentences_it_was_not_trained_on() -> None:
    counts = score(unpacked(MODEL.read_bytes()), part(_kaznerd(), HELD_OUT)[1])
    f1 = {
        kind: 2 * counts[kind, "right"] / (counts[kind, "true"] + counts[kind, "found"])
        for kind in ("person", "position", "organisation", "location")
    }
    assert f1["person"] >= 0.87
    assert f1["position"] >= 0.87
    assert f1["organisation"] >= 0.7
    assert f1["location"] >= 0.85


# ----------------------------------------------------------------------------------------- training

OWN = [
    Sentence("Айдос Сәрсенов келді .", (Labelled(0, 14, "PER"),)),
    Sentence("Президент Айдос Сәрсенов кетті .", (Labelled(0, 9, "POS"), Labelled(10, 24, "PER"))),
    Sentence("Жаңбыр жауды .", ()),
] * 4


def test_training_is_reproducible() -> None:
    model = train(OWN)
    assert packed(train(OWN)) == packed(model)
    assert unpacked(packed(model)) == model
    counts = score(model, OWN)
    assert counts["person", "right"] == counts["person", "true"] == 8


def test_a_wrong_bound_counts_as_wrong() -> None:
    model = train(OWN)
    counts = score(model, [Sentence("Айдос Сәрсенов келді .", (Labelled(0, 5, "PER"),))])
    assert (counts["person", "true"], counts["person", "found"], counts["person", "right"]) == (1, 1, 0)


def test_labels_follow_the_tokens() -> None:
    from app.suggesters.names.kazakh.tokens import sentences

    (tokens,) = sentences("« Нұр » қоры , 12 000 теңге")
    names = (Labelled(0, 12, "ORG"), Labelled(18, 21, "ART"))  # the second lies inside "12 000"
    assert labels(tokens, names) == ["B-ORG", "I-ORG", "I-ORG", "I-ORG", "O", "O", "O"]


def test_variants_keep_their_names() -> None:
    sentences = [
        Sentence(f"Президент Айдос Сәрсенов {number} рет келді .", OWN[1].names) for number in range(200)
    ]
    made = {tuple(varied.text[start:end] for start, end, _ in varied.names) for varied in variants(sentences)}
    assert made == {
        ("Президент", "А.Сәрсенов"),
        ("Президент", "А. Сәрсенов"),
        ("президент", "Айдос Сәрсенов"),
        ("ПРЕЗИДЕНТ", "АЙДОС СӘРСЕНОВ"),
    }


def test_folds_part_the_sentences_and_keep_like_texts_together() -> None:
    sentences = [Sentence(f"Сөйлем {number % 300}", ()) for number in range(600)]
    for parting in (part, inner_part):
        held_out = [{s.text for s in parting(sentences, fold)[1]} for fold in range(5)]
        assert sum(map(len, held_out)) == 300
        for fold in range(5):
            rest, inside = parting(sentences, fold)
            assert len(rest) + len(inside) == 600
            assert not {s.text for s in rest} & {s.text for s in inside}


def _kaznerd() -> list[Sentence]:
    if not Path(DATA).is_file():
        pytest.skip("the shared sentences of KazNERD are not beside this checkout")
    return read(DATA)
