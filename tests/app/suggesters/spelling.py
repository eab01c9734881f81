"""Spells whole numbers below 10**12 in Russian, Kazakh and English: the other way round for the tests."""

# ruff: noqa: SIM905  (words in a row read better than in lists)

_RU_ONES = (
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
).split()
_RU_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
_RU_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()
_RU_SCALES = [
    ("миллиард", "миллиарда", "миллиардов"),
    ("миллион", "миллиона", "миллионов"),
    ("тысяча", "тысячи", "тысяч"),
]
_KK_ONES = "нөл бір екі үш төрт бес алты жеті сегіз тоғыз".split()
_KK_TENS = "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан".split()
_KK_SCALES = ["миллиард", "миллион", "мың"]
_EN_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_SCALES = ["billion", "million", "thousand"]


def _groups(number: int) -> list[int]:
    """The groups of three digits: milliards, millions, thousands, the rest."""
    return [number // 1000**power % 1000 for power in (3, 2, 1, 0)]


def russian(number: int) -> str:
    if number == 0:
        return _RU_ONES[0]
    *high, rest = _groups(number)
    words = []
    for group, forms in zip(high, _RU_SCALES, strict=True):
        if group:
            words += [*_russian_group(group, feminine=forms[0] == "тысяча"), _russian_form(group, forms)]
    return " ".join(words + _russian_group(rest, feminine=False))


def _russian_form(count: int, forms: tuple[str, str, str]) -> str:
    if count % 100 in range(11, 15):
        return forms[2]
    return forms[0] if count % 10 == 1 else forms[1] if count % 10 in {2, 3, 4} else forms[2]


def _russian_group(number: int, *, feminine: bool) -> list[str]:
    words = [_RU_HUNDREDS[number // 100 - 1]] if number >= 100 else []
    number %= 100
    if number >= 20:
        words.append(_RU_TENS[number // 10 - 2])
        number %= 10
    if number:
        words.append({1: "одна", 2: "две"}.get(number, _RU_ONES[number]) if feminine else _RU_ONES[number])
    return words


def kazakh(number: int) -> str:
    if number == 0:
        return _KK_ONES[0]
    *high, rest = _groups(number)
    words = []
    for group, scale in zip(high, _KK_SCALES, strict=True):
        if group:
            words += [*_kazakh_group(group), scale]
    return " ".join(words + _kazakh_group(rest))


def _kazakh_group(number: int) -> list[str]:
    words = []
    if number >= 200:
        words.append(_KK_ONES[number // 100])
    if number >= 100:
        words.append("жүз")
    if number % 100 >= 10:
        words.append(_KK_TENS[number % 100 // 10 - 1])
    if number % 10:
        words.append(_KK_ONES[number % 10])
    return words


def english(number: int) -> str:
    if number == 0:
        return _EN_ONES[0]
    *high, rest = _groups(number)
    words = [
        f"{_english_group(group)} {scale}" for group, scale in zip(high, _EN_SCALES, strict=True) if group
    ]
    if rest:
        words.append(("and " if words and rest < 100 else "") + _english_group(rest))
    return " ".join(words)


def _english_group(number: int) -> str:
    words = [f"{_EN_ONES[number // 100]} hundred"] if number >= 100 else []
    number %= 100
    if number and words:
        words.append("and")
    if number >= 20:
        words.append(_EN_TENS[number // 10 - 2] + (f"-{_EN_ONES[number % 10]}" if number % 10 else ""))
    elif number:
        words.append(_EN_ONES[number])
    return " ".join(words)
