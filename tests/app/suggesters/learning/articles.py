"""Made-up articles with marks, of which speakers and claims can be learned."""

import random

from app.anchor import Span
from app.suggesters.learning.examples import Mark, TrainingArticle

NAMES = {
    "ru": "Ержан Омаров|Алия Сарсенова|Пётр Лунин|Дана Ким|Игорь Савчук|Сауле Бекова|Марат Жунусов",
    "kk": "Ержан Омаров|Әлия Сәрсен|Дана Кәрім|Сәуле Бек|Марат Жүніс|Қайрат Тілеу|Гүлнұр Әбіл|Нұрлан Серік",
    "en": "Jane Baker|Tom Hill|Aliya Sarsen|Peter Moss|Dana Kim|Mary Cole|John Wells|Sue Grant",
}
SAID = {
    "ru": "{claim}, – сообщил {name} на встрече.|По словам {name}, {claim}.|{claim}, – заявила {name}.",
    "kk": "{claim}, – деді {name} жиында.|{name} мәлімдегендей, {claim}.|{claim}, – деп хабарлады {name}.",
    "en": "{claim}, said {name} at the meeting.|According to {name}, {claim}.|{claim}, {name} told us.",
}
CLAIMS = {
    "ru": "в городе построят {n} школ|на дороги выделили {n} млн тенге|камер стало на {n} больше",
    "kk": "қалада {n} мектеп салынады|жолға {n} млн теңге бөлінді|камералар саны {n} бірлікке артты",
    "en": "the city will build {n} schools|the roads will get {n} million|there are {n} more cameras",
}
FILLERS = {
    "ru": "Погода стояла тёплая.|Жители вышли на улицу Абая.|Праздник прошёл спокойно.|Играл оркестр Астаны.",
    "kk": "Күн жылы болды.|Тұрғындар Абай көшесіне шықты.|Мереке тыныш өтті.|Астана оркестрі ойнады.",
    "en": "The weather was warm.|People went out to Main Street.|The feast was calm.|The Astana band played.",
}


def article(seed: int, language: str = "ru", sentences: int = 8) -> TrainingArticle:
    """An article in which everybody who says something is marked, and what they say; read as a whole."""
    chance = random.Random(seed)
    text, marks = "", []
    for _ in range(sentences):
        if chance.random() < 0.5:
            text += chance.choice(FILLERS[language].split("|")) + " "
            continue
        name = chance.choice(NAMES[language].split("|"))
        claim = chance.choice(CLAIMS[language].split("|")).format(n=chance.randrange(2, 90))
        said = chance.choice(SAID[language].split("|")).format(name=name, claim=claim)
        for label, part in (("speaker", name), ("claim", claim)):
            start = len(text) + said.index(part)
            marks.append(Mark(label, start, start + len(part)))
        number = len(text) + said.index(claim) + next(i for i, c in enumerate(claim) if c.isdigit())
        digits = len("".join(c for c in claim if c.isdigit()))
        marks.append(Mark("number", number, number + digits))
        text += said + " "
    text = text.strip()
    return TrainingArticle(text, language, tuple(marks), (), (Span(0, len(text)),))
