"""Who wrote it: names out of what a page declares and out of its byline. Never invented."""

import re

# A capital letter of any script that has them, then letters: "Ахметов", "O’Brien", "Költzsch", "DiCaprio".
_PART = r"(?-i:[A-ZÀ-ÞĀ-ŽА-ЯЁӘҒҚҢӨҰҮҺІЇЄҐ])[\w.'’‘-]*"
_PERSON = re.compile(
    rf"(?:{_PART}|(?:von|van|de|der|den|da|di|del|la|le|el|al|bin|ibn|ten|ter|af|zu)\s+)(?:[\s-]+(?:(?:von|van|de|der|den|da|di|del|la|le|el|al|bin|ibn|ten|ter|af|zu)[\s-]+)*{_PART}){{1,4}}"
)

_LABEL = re.compile(
    r"(?:^|[|•·/(]\s*|\d\s+)(?:автор(?:ы)?(?: текста| статьи| материала| фото)?\s*[:—–-]?|"
    r"текст\s*:|беседовал[аи]?|подготовил[аи]?|материал подготовил[аи]?|"
    r"by|written by|reported by|reporting by|words by|story by|von|par|por|di|door|av|af|tekst|texte?|"
    r"мақала авторы|дайындаған|жазған)\b\s*:?\s*",
    re.I,
)
# Words that no person's name has: desks, agencies, machines.
_NOBODY = re.compile(
    r"https?:|www\.|@|\d|\.(?:com|net|org|ru|kz|ua|de|info|uk)\b|^(?:admin|administrator|root|guest|user|anonymous|unknown|author|webmaster|developer|"
    r"автор|админ|администратор|редактор|гость)$",
    re.I,
)
_DESK = re.compile(
    r"\b(?:editors?|editorial|staff|newsroom|redaktion|rédaction|redazione|redacci[oó]n|redakce|desk|team|agency|press|news|newspaper|media|online|"
    r"service|reporters?|correspondent|writers?|contributors?|moderator|редакция|пресс-служба|агентство|новости|корреспондент|источник|служба|отдел|газета|"
    r"сайт|портал|тілші|редакциясы|ақпарат|nachrichten|nouvelles|noticias|tidning|times|post|herald|journal|daily|weekly|gazette|tribune|today)\b",
    re.I,
)
_SEPARATORS = re.compile(
    r"\s*(?:[,;|/&•]|\s(?:and|и|und|et|y|e|en|och|og|i|with|мен|пен|бен|және)\s)\s*", re.I
)
_ABBREVIATION = re.compile(r"\s*\((?:[a-zа-я/.-]{2,10})\)\s*$")


def people(declared: list[list[str]], bylines: list[str], sites: list[str]) -> tuple[str, ...]:
    """Return the authors: whom the page declares, else the people named in its bylines.

    `declared` holds one list per kind of declaration, the most trusted first.

    The site itself, an address or an account is nobody; an agency is an author only where it is
    declared as one. Where nobody is known the result is empty.
    """
    kinds = (
        [n for value in values for n in _declared(value) if not _is_site(n, sites)] for values in declared
    )
    names = next((names for names in kinds if names), [])
    if any(_PERSON.fullmatch(name) and not _DESK.search(name) for name in names) or (names and not bylines):
        return tuple(dict.fromkeys(names))
    found = [name for line in bylines for name in _in_byline(line) if not _is_site(name, sites)]
    return tuple(dict.fromkeys(found or names))


def _declared(value: str) -> list[str]:
    """Return the names in a declared value; a post after it ("..., professor of law") is cut."""
    if len(value) > 300 or re.search(r"https?:|www\.", value):
        return []
    parts = [
        _ABBREVIATION.sub("", part).strip(" .:—–-")
        for part in _SEPARATORS.split(_LABEL.sub("", value.strip()))
    ]
    names = [part for part in parts if part and len(part) < 60 and not _NOBODY.search(part)]
    # After the first name a part with small initials is no name: "редактор отдела", "professor".
    return [
        n
        for i, n in enumerate(names)
        if i == 0 or _PERSON.fullmatch(n) or n.isupper() or (n.islower() and len(n) < 5)
    ]


def _in_byline(line: str) -> list[str]:
    """Return the people in a byline: after its label, or the whole line where it is nothing but names."""
    if len(line) > 150:
        return []
    label = _LABEL.search(line)
    rest = line[label.end() :] if label else line
    parts = [_ABBREVIATION.sub("", part).strip(" .,:—–-") for part in _SEPARATORS.split(rest)]
    names: list[str] = []
    for part in parts:
        if (
            not _PERSON.fullmatch(part)
            or _DESK.search(part)
            or _NOBODY.search(part)
            or (part.isupper() and len(part) < 8)
        ):
            break
        names.append(part)
    return names


def _is_site(name: str, sites: list[str]) -> bool:
    """Tell whether a name is the site's own: either holds the other, letters alone compared."""
    folded = re.sub(r"[\W_]+", "", name.lower())
    own = [re.sub(r"[\W_]+", "", site.lower()) for site in sites]
    return any(folded in site or site in folded for site in own if site)
