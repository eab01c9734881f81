"""Encodings: declared, lying, and not declared at all."""

import codecs

import pytest

from app.importers.decode import decode

RUSSIAN = (
    "Министерство сообщило, что записи хранятся 30 дней на серверах внутри страны и не передаются за рубеж.",
    "В Павлодаре отремонтируют три школы и одну больницу, сообщили в акимате.",
    "«Мы ждали этого десять лет», — сказала жительница села Нина Егорова.",
    "ГЛАВНЫЕ НОВОСТИ ДНЯ: доллар подешевел, объявлен конкурс на лучший двор",
    "Суд отложил заседание до понедельника",
    "Цены на яйца снизились",
)
KAZAKH = (
    "Қазақстанда жаңа мектептер салынады, деп хабарлады министрлік өкілі. Құрылысқа қаржы бөлінген.",
    "Алматы қаласының тұрғындары әкімге үндеу жолдап, көшелерді жөндеуді сұрады.",
)
SHORT_RUSSIAN = (
    "Главная",
    "Новости",
    "Погода",
    "Курс доллара на сегодня",
    "ЧТО ИЗМЕНИТСЯ С 1 ИЮЛЯ",
    "ОФИЦИАЛЬНО",
    "СРОЧНО: землетрясение под Алматы",
    "«Мы не сдадимся», — заявил тренер",
    "Ёлку разберут к старому Новому году",
    "Съезд хирургов прошёл в Щучинске",
    "30 тыс. камер установят в школах",
    "Жительница отсудила у банка 2,4 млн тенге",
    "Фото: Ержан Садыков",
    "Ирина Ким",
    "Комментарии (12)",
    "г. Костанай, ул. Абая, 15",
    "США и ЕС ввели санкции",
    "Читайте также: Как оформить пособие",
)
SHORT_KAZAKH = (
    "Басты бет",
    "Жаңалықтар",
    "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ",
    "Бүгін доллар қанша тұрады?",
    "«Біз жеңеміз», — деді жаттықтырушы",
    "Өңірде өрт сөндірілді",
    "Мәжіліс депутаттары заң жобасын талқылады",
    "Һәм бұл туралы ұлттық банк мәлімдеді",
)
ENCODINGS = ("windows-1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", RUSSIAN + SHORT_RUSSIAN)
def test_russian_single_lines_without_a_charset(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    assert decode(data).text == data.decode(encoding)


@pytest.mark.parametrize("encoding", ["kz1048", "ptcp154"])
@pytest.mark.parametrize("text", KAZAKH + SHORT_KAZAKH)
def test_kazakh_single_lines_without_a_charset(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_pages_without_a_charset(encoding: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in RUSSIAN)
    page = f"<html><head><title>Новости</title></head><body>{paragraphs}</body></html>"
    data = page.encode(encoding, "replace")
    assert decode(data).text == data.decode(encoding)


def test_ukrainian_is_not_taken_for_kazakh() -> None:
    text = "Її сусіди розповіли, що об'єкт збудували ще в минулому сторіччі, а є й новіші будівлі поруч."
    assert decode(text.encode("cp1251")).text == text


def page_saying(charset: str, text: str) -> str:
    return f'<html><head><meta charset="{charset}"><title>n</title></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize(
    ("said", "real"), [("utf-8", "cp1251"), ("windows-1251", "utf-8"), ("koi8-r", "cp1251")]
)
def test_a_lying_meta_is_not_believed(said: str, real: str) -> None:
    page = page_saying(said, RUSSIAN[0])
    assert decode(page.encode(real)).text == page


@pytest.mark.parametrize(
    "said",
    ["utf-8", "windows-1251", "koi8-r", "iso-8859-5", "iso-8859-1", "ibm866", "x-mac-cyrillic", "ptcp154"],
)
@pytest.mark.parametrize("real", [*ENCODINGS, "kz1048", "ptcp154", "utf-8"])
def test_no_charset_is_believed_against_the_letters(said: str, real: str) -> None:
    texts = KAZAKH + SHORT_KAZAKH if real in ("kz1048", "ptcp154") else RUSSIAN
    page = page_saying(said, " ".join(texts[:4]))
    data = page.encode(real, "replace")
    assert decode(data).text == data.decode(real)
    assert decode(data, charset=said).text == data.decode(real)


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("iso-8859-1", "Le café où Élodie déjeune est fermé jusqu’à lundi, à côté de la mairie."),
        ("gb2312", "中新网北京五月十日电国家统计局今天公布四月份居民消费价格指数同比上涨"),
        ("shift_jis", "東京都は十日、新しい防災計画を発表した。"),
        ("windows-1254", "Bakanlık, kayıtların otuz gün saklandığını açıkladı."),
    ],
)
def test_a_true_declaration_is_kept(charset: str, text: str) -> None:
    real = "cp1252" if charset == "iso-8859-1" else charset
    page = page_saying(charset, text)
    assert decode(page.encode(real)).text == page


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_encodings(encoding: str) -> None:
    page = page_saying("windows-1251", RUSSIAN[0])
    assert decode(page.encode(encoding)).text == page


def test_a_byte_order_mark_goes_before_everything() -> None:
    assert decode(codecs.BOM_UTF8 + "да".encode(), charset="koi8-r").text == "да"


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    decoded = decode("\n".join(RUSSIAN).encode() + b"\xff \xfe" + RUSSIAN[0].encode())
    assert decoded.encoding == "utf-8"
    assert RUSSIAN[0] in decoded.text
    assert decoded.warnings


def test_a_page_cut_inside_a_character_is_still_utf8() -> None:
    data = RUSSIAN[0].encode()
    assert decode(data[:51]).encoding == "utf-8"
    assert decode(RUSSIAN[0].encode()[:50]).text == RUSSIAN[0].encode()[:50].decode("utf-8", "replace")
