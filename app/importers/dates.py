"""Dates as pages write them -> ISO 8601, in Russian, Kazakh, English and plain figures. Never guessed."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

# Every form a month's name takes, as patterns: in Russian, Kazakh (with any case ending), English and
# Ukrainian, January to December.
_NAMES = (
    r"янв(?:ар[ьяе])? қаңтар\w{0,5} jan(?:uary)? січ(?:ень|ня|ні)",
    r"фев(?:рал[ьяе])? ақпан\w{0,5} feb(?:ruary)? лют(?:ий|ого|ому)",
    r"мар(?:т[ае]?)? наурыз\w{0,5} mar(?:ch)? берез(?:ень|ня|ні)",
    r"апр(?:ел[ьяе])? сәуір\w{0,5} apr(?:il)? квіт(?:ень|ня|ні)",
    r"ма[йяею] мамыр\w{0,5} may трав(?:ень|ня|ні)",
    r"июн[ьяе]? маусым\w{0,5} june? черв(?:ень|ня|ні)",
    r"июл[ьяе]? шілде\w{0,5} july? лип(?:ень|ня|ні)",
    r"авг(?:уст[ае]?)? тамыз\w{0,5} aug(?:ust)? серп(?:ень|ня|ні)",
    r"сен(?:т(?:ябр[ьяе])?)? қыркүйек\w{0,5} sept?(?:ember)? верес(?:ень|ня|ні)",
    r"окт(?:ябр[ьяе])? қазан\w{0,5} oct(?:ober)? жовт(?:ень|ня|ні)",
    r"ноя(?:б(?:р[ьяе])?)? қараша\w{0,5} nov(?:ember)? листопад[ау]?",
    r"дек(?:абр[ьяе])? желтоқсан\w{0,5} dec(?:ember)? груд(?:ень|ня|ні)",
)
_MONTHS = tuple(re.compile("|".join(names.split()), re.I) for names in _NAMES)

_MONTH = r"(?P<month>" + "|".join("|".join(names.split()) for names in _NAMES) + r")(?![^\W\d_])\.?"
_TIME = r"(?:\D{0,12}?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d|\.\d))?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"

_ISO = re.compile(
    r"(?<!\d)(?P<date>(?:19|20)\d\d-[01]\d-[0-3]\d)"
    r"(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:[.,]\d+)?\s?(?P<zone>Z|[+-][0-2]\d:?[0-5]\d)?)?(?!\d)"
)
_WRITTEN = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_DAY}[\s\xa0]+(?:de\s+)?{_MONTH},?[\s\xa0]+{_YEAR}{_TIME}",
        rf"{_YEAR}[\s\xa0]*(?:жылғы|жылы|жылдың|ж\.?|ж\.,|,)?[\s\xa0,]*{_DAY}[\s\xa0]+{_MONTH}{_TIME}",
        rf"\b{_MONTH}[\s\xa0]+{_DAY},?[\s\xa0]+{_YEAR}{_TIME}",
        rf"(?<![\d.]){_DAY}(?P<separator>[./-])(?P<month>[01]?\d)(?P=separator){_YEAR}(?!\d|\.\d){_TIME}",
        rf"(?<![\d.]){_DAY}\.(?P<month>[01]\d)\.(?P<year>[0-3]\d)(?![\d.]){_TIME}",
        rf"(?<![\d/.]){_YEAR}(?P<separator>[./])(?P<month>[01]\d)(?P=separator){_DAY}(?!\d){_TIME}",
    )
)
_COMPACT = re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T\d{4,6}Z?)?(?!\d)")


def parse_date(text: str) -> str | None:
    """Return the first date in `text` as ISO 8601 ("2023-07-04", "2023-07-04T10:11:00+06:00"), or None.

    A time of day is kept where it stands beside the date, an offset where it is written. `03/04/2023`,
    which is one day in Almaty and another in New York, is None; `03.04.2023` and `03.04.23` are never
    American.
    """
    text = text[:400].strip()
    if not text:
        return None
    if iso := _ISO.search(text):
        return _from_iso(iso)
    for pattern in _WRITTEN:
        for found in pattern.finditer(text):
            if written := _from_words(found):
                return written
    if compact := _COMPACT.fullmatch(text):
        return _date(compact["year"], int(compact["month"]), compact["day"])
    return _from_mail(text)


def _from_iso(found: re.Match[str]) -> str | None:
    year, month, day = found["date"].split("-")
    whole = _date(year, int(month), day)
    if whole is None or not found["time"]:
        return whole
    time = found["time"] if found["time"].count(":") == 2 else found["time"] + ":00"
    zone = found["zone"] or ""
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    try:
        return datetime.fromisoformat(f"{whole}T{time}{zone}").isoformat()
    except ValueError:
        return whole


def _from_words(found: re.Match[str]) -> str | None:
    month = found["month"].lower()
    groups = found.groupdict()
    if month.isdigit():
        if groups.get("separator") == "/" and found["day"] != found["month"]:
            day, number = int(found["day"]), int(month)
            if found.start("year") > found.start("day") and day <= 12:
                return None
            if number > 12:
                return None
        number = int(month)
    else:
        number = _month(month)
    whole = _date(found["year"], number, found["day"])
    if whole and groups.get("hour"):
        return f"{whole}T{int(found['hour']):02}:{found['minute']}:00"
    return whole


def _month(word: str) -> int:
    return next(number for number, names in enumerate(_MONTHS, 1) if names.fullmatch(word))


def _date(year: str, month: int, day: str) -> str | None:
    if len(year) == 2:
        year = "20" + year  # the web has no pages of 1923
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def _from_mail(text: str) -> str | None:
    if not re.match(r"[A-Za-z]{3},? \d", text):
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError):
        return None
