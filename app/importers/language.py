"""Which language a text is in: ISO 639-1, from its letters and its commonest words."""

import re
from collections import Counter

from app.importers.listed import listed

# Letters that Kazakh has and Russian has not.
_KAZAKH = frozenset("әғқңөұүһі")
_UKRAINIAN = frozenset("їєґ")

# The commonest short words of news prose; those that two of the languages share are left out.
_WORDS = {
    "ru": listed(
        "и в не на что с по как это но из от за для так же он они она был было были или при после также его"
    ),
    "kk": listed(
        "және мен бойынша үшін деп бұл бір осы болып туралы де да деген қазақстан жылы еді екен кейін көп сол"
    ),
    "uk": listed(
        "та у що не на як це але із від за для так він вони вона був було були або при після також його і до"
    ),
    "en": listed(
        "the of and to in that is was for on with as his her they it from by at be has have not this are"
    ),
    "de": listed(
        "der die das und ist von den mit für auf nicht ein eine dem sich des auch als zu im bei nach"
    ),
    "fr": listed(
        "le la les et des du que une est dans pour qui sur pas au avec il ce par plus sont aux cette"
    ),
    "es": listed("el los las y que del se por un una con no su para es al lo como más pero sus fue"),
    "it": listed("il di che è la per un del con non della sono alla dei nel anche più ma gli delle"),
    "pt": listed("o que do da em um para com não uma os no se na por mais as dos como mas foi ao das"),
    "nl": listed("de het een van en in is dat op te zijn met voor niet aan er ook als bij door naar"),
    "pl": listed("w i na z się nie że do to jest jak po o od za przez ale dla był oraz są"),
    "tr": listed("ve bir bu için ile da de çok daha olarak olan gibi kadar sonra ancak ne var"),
    "sv": listed("och att det som en på är av för med den till inte har om ett var jag men"),
    "no": listed("og i det er på som en til av for at med ikke den har de om et men jeg var"),
    "da": listed("og i det at er en til på som af for med den de ikke har der et om var"),
    "uz": listed("va bu bilan uchun ham bir dan deb edi kerak boʻyicha oʻzbekiston"),
    "ky": listed("жана менен үчүн бул бир деп эле болгон кыргызстан боюнча деген экен"),
}
_BY_WORD: dict[str, list[str]] = {}
for _language, _words in _WORDS.items():
    for _word in _words:
        _BY_WORD.setdefault(_word, []).append(_language)

_TOKENS = re.compile(r"[^\W\d_]+")


def language_of(text: str, declared: str = "") -> str:
    """Return the language of `text`, or `declared` (a `lang` attribute) where the text does not tell, or "".

    The text goes before the declaration: Kazakh pages that say `lang="ru"` are common.
    """
    sample = text[:20_000].lower()
    words = _TOKENS.findall(sample)
    hint = _primary(declared)
    if len(words) < 8:
        return hint if hint or not words else _by_letters(sample, words)
    if _is_cyrillic(sample):
        return _by_letters(sample, words)
    scores = _scores(words)
    if not scores:
        return hint
    (best, score), *rest = scores.most_common(2)
    if score < 0.05 * len(words) or (rest and rest[0][1] > 0.9 * score and hint):
        return hint
    return best


def _primary(declared: str) -> str:
    code = declared.strip().lower().replace("_", "-").split("-")[0]
    code = {"kz": "kk", "ua": "uk", "rus": "ru", "kaz": "kk", "eng": "en", "nb": "no", "nn": "no"}.get(
        code, code
    )
    return code if re.fullmatch("[a-z]{2}", code) else ""


def _is_cyrillic(sample: str) -> bool:
    cyrillic = sum(1 for c in sample if "\u0400" <= c <= "\u052f")
    return cyrillic > sum(1 for c in sample if "a" <= c <= "z")


def _by_letters(sample: str, words: list[str]) -> str:
    if not _is_cyrillic(sample):
        return ""
    letters = Counter(sample)
    count = sum(n for c, n in letters.items() if "\u0400" <= c <= "\u052f")
    # "і" is Ukrainian and Kazakh; the rest of the Kazakh letters is Kazakh (or Kyrgyz: ү, ө, ң) alone.
    kazakh = sum(letters[c] for c in _KAZAKH - {"і"})
    if kazakh > 0.02 * count:
        # Kyrgyz has no қ, ғ, і, ә, ұ.
        return "kk" if sum(letters[c] for c in "қғіәұ") > 0.01 * count else "ky"
    if sum(letters[c] for c in _UKRAINIAN) > 0.004 * count and letters["і"] > 0.02 * count:
        return "uk"
    if letters["ў"] > 0.005 * count and letters["і"] > 0.02 * count:
        return "be"
    scores = _scores(words)
    if "ы" in letters or "э" in letters or scores["ru"]:
        return "ru"
    return ""


def _scores(words: list[str]) -> "Counter[str]":
    scores: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for language in _BY_WORD.get(word, ()):
            scores[language] += times
    return scores
