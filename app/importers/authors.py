"""Who wrote it: names out of what a page declares and out of its byline. Never invented."""

import re

from app.importers.phrases import DATELINE

# A capital letter of any script that has them, then letters: "Ахметов", "O’Brien", "Költzsch", "DiCaprio".
_PART = r"(?-i:[A-ZÀ-ÞĀ-ŽА-ЯЁӘҒҚҢӨҰҮҺІЇЄҐ])[\w.'’‘-]*"
_PERSON = re.compile(
    rf"(?:{_PART}|(?:von|van|de|der|den|da|di|del|la|le|el|al|bin|ibn|ten|ter|af|zu)\s+)(?:[\s-]+(?:(?:von|van|de|der|den|da|di|del|la|le|el|al|bin|ibn|ten|ter|af|zu)[\s-]+)*{_PART}){{1,4}}"
)

_LABEL = re.compile(
    r"(?:^|[|•·/(]\s*|\d\s+)(?:автор(?:ы)?(?: текста| статьи| материала| фото)?\s*[:—–-]?|"
    r"текст(?=\s*:)|беседовал[аи]?|подготовил[аи]?|материал подготовил[аи]?|"
    r"by|written by|reported by|reporting by|words by|story by|von|par|por|di|door|av|af|tekst|texte?|"
    r"(?:спец)?корреспондент|корр\.|обозреватель|журналист|собкор|correspondent|тілші|мақала авторы|"
    r"дайындаған|жазған)\b\s*:?\s*",
    re.I,
)
# Words that no person's name has: desks, agencies, machines.
_NOBODY = re.compile(
    r"https?:|www\.|@|\d|\.(?:com|net|org|ru|kz|ua|de|info|uk)\b|^(?:\w*admin|administrator|root|guest|user|anonymous|unknown|author|webmaster|developer|"
    r"автор|админ|администратор|редактор|гость)$|^(?-i:[a-z\d]+[_.-][a-z\d]+)$",
    re.I,
)
_DESK = re.compile(
    r"\b(?:editors?|editorial|staff|newsroom|redaktion|rédaction|redazione|redacci[oó]n|redakce|desk|team|agency|press|news|newspaper|media|online|"
    r"service|reporters?|correspondent|writers?|contributors?|moderator|редакция|пресс-служба|агентство|новости|корреспондент|источник|служба|отдел|газета|"
    r"сайт|портал|тілші|редакциясы|ақпарат|nachrichten|nouvelles|noticias|tidning|times|post|herald|journal|daily|weekly|gazette|tribune|today|stories)\b",
    re.I,
)
_SEPARATORS = re.compile(
    r"\s*(?:[,;|/&•]|\s(?:and|и|und|et|y|e|en|och|og|i|with|мен|пен|бен|және)\s)\s*", re.I
)
# A date or a place after the names: "... on 6 August 2025", "... in London".
_TRAILING = re.compile(r"\s+(?:on|in|at|am|le|am)\s+\S.*$|[\s,|·•—–-]+\d.*$")
_ABBREVIATION = re.compile(r"\s*\((?:[a-zа-я/.-]{2,10})\)\s*$")


def people(declared: list[list[str]], shown: list[list[str]], sites: list[str]) -> tuple[str, ...]:
    """Return the authors: whom the page declares, else the people named in its bylines.

    `declared` holds one list per kind of declaration, the most trusted first, and `shown` one per kind of
    line that readers see.

    The site itself, an address or an account is nobody; an agency is an author only where it is
    declared as one. Where nobody is known the result is empty.
    """
    kinds = (
        [n for value in values for n in _declared(value) if not _is_site(n, sites)] for values in declared
    )
    names = next((names for names in kinds if names), [])
    lines = [[_in_byline(line) for line in kind] for kind in shown]
    fuller = next((byline for kind in lines for byline in kind if names and set(names) < set(byline)), None)
    signed = fuller or next((found for kind in lines if (found := _not_sites(kind, sites))), [])
    has_people = any(_PERSON.fullmatch(name) and not _DESK.search(name) for name in names)
    if fuller is None and names and (has_people or not signed):
        return tuple(dict.fromkeys(names))
    return tuple(dict.fromkeys(signed))


def _not_sites(bylines: list[list[str]], sites: list[str]) -> list[str]:
    return [name for byline in bylines for name in byline if not _is_site(name, sites)]


def only_names(line: str) -> bool:
    """Tell a line that is nothing but the names of people, of two words or more each."""
    if len(line) > 80:
        return False
    parts = [part.strip(" .,:—–-") for part in _SEPARATORS.split(line)]
    return all(_PERSON.fullmatch(part) and len(part.split()) <= 4 for part in parts) and not (
        _DESK.search(line) or _NOBODY.search(line)
    )


def _declared(value: str) -> list[str]:
    """Return the names in a declared value; a post after it ("..., professor of law") is cut."""
    if len(value) > 300 or re.search(r"https?:|www\.", value):
        return []
    parts = [
        _ABBREVIATION.sub("", part).strip(" .:—–-")
        for part in _SEPARATORS.split(_LABEL.sub("", value.strip()))
    ]
    names = [
        part
        for part in parts
        if part and len(part) < 60 and not _NOBODY.search(part) and not _DESK.fullmatch(part)
    ]
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
    if label is None and DATELINE.match(line):
        return []
    rest = _TRAILING.sub("", line[label.end() :] if label else line)
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
    # Of a host name ("argusleader.com") the part before the domain is the site's name.
    hosts = [site.split(".")[0] for site in sites if "." in site and " " not in site]
    own = [re.sub(r"[\W_]+", "", name.lower()) for name in (*sites, *(h for h in hosts if len(h) > 5))]
    return any(folded in name or name in folded for name in own if name)
