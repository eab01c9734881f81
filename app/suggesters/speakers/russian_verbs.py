"""Russian verbs of saying in the text: every finite form and gerund of those in the table."""

from dataclasses import dataclass
from functools import cache

from app.lemmas import russian
from app.suggesters.speakers.lexicon import Verb, folded, lexicon


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One form of a verb of saying."""

    verb: Verb
    pos: str
    """VERB, GRND (gerund), ADJS ("уверен")."""
    number: str
    gender: str

    def agrees(self, number: str, gender: str, *, person: bool) -> bool:
        """Tell whether a subject goes with the form.

        A person's post may differ in gender: "министр сообщила".
        """
        if self.pos == "GRND":
            return False
        if self.number and number and self.number != number:
            return False
        return not self.gender or not gender or self.gender == gender or (person and self.gender == "femn")


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Every form, folded, with what it is; made once, in a few hundredths of a second."""
    table = lexicon("ru")
    found: dict[str, VerbForm] = {}
    for verb in table.verbs.values():
        for reading in russian.readings(verb.lemma):
            if reading.tag.POS != "INFN":
                continue
            for form in reading.lexeme:
                tag = form.tag
                if tag.POS not in ("VERB", "GRND") or "impr" in tag or tag.person in ("1per", "2per"):
                    continue
                found.setdefault(
                    folded(form.word),
                    VerbForm(verb, str(tag.POS), str(tag.number or ""), str(tag.gender or "")),
                )
            break
    think = table.verbs["считать"]
    for word in table.table["adjectives"]["words"].split():
        low = folded(word)
        number = "plur" if low.endswith("ы") else "sing"
        found[low] = VerbForm(think, "ADJS", number, {"а": "femn", "ы": ""}.get(low[-1], "masc"))
    found["известно"] = VerbForm(table.verbs["известно"], "ADJS", "", "")
    return found
