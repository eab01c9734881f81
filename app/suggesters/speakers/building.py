"""What the rules of all languages share: the names of the text, who spoke last, and how a source is made."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.suggesters.attribution import Attribution, Epistemic, QuoteType, Source
from app.suggesters.mention import Mention
from app.suggesters.speakers.contents import trimmed
from app.suggesters.speakers.lexicon import Lexicon, Verb
from app.suggesters.speakers.quotes import Quote, word_count
from app.suggesters.speakers.stance import stance
from app.suggesters.speakers.units import Unit


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with its source, found in a clause."""

    cue: tuple[int, int] | None
    source: Source | None
    verb: Verb
    end: int
    """Behind what was read of the clause, in code points."""


@dataclass
class Scene:
    """The text and what is known of it so far, in reading order."""

    text: str
    language: str
    words: Lexicon
    mentions: Sequence[Mention]
    spoken: list[tuple[Source, str]] = field(default_factory=list)
    """Sources so far with their gender ("masc", "femn", "plur" or unknown), the last one last."""
    units: list[Unit] = field(default_factory=list)
    found: list[Attribution] = field(default_factory=list)

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Names that lie between two offsets."""
        return [mention for mention in self.mentions if start <= mention.start and mention.end <= end]

    def last_person(self, gender: str) -> Source | None:
        """The one whom a pronoun of this gender means: the last person who spoke, where the gender fits."""
        for source, its in reversed(self.spoken[-4:]):
            if gender == "plur":
                if source.kind == "group":
                    return source
            elif source.kind == "person" and its in (gender, ""):
                return source
        return None

    def add(
        self,
        spans: Sequence[tuple[int, int]],
        quote_type: QuoteType,
        score: float,
        rule: str,
        source: Source | None,
        cue: tuple[int, int] | None,
        verb_stance: Epistemic | None = None,
    ) -> None:
        """Keep an attribution whose content has a word; its spans are trimmed."""
        content = tuple(cut for start, end in spans if (cut := trimmed(self.text, start, end)) is not None)
        if not content or not any(char.isalpha() for a, b in content for char in self.text[a:b]):
            return
        if any(
            known.content == content and (known.source is not None or source is None) for known in self.found
        ):
            return
        self.found.append(
            Attribution(
                content=content,
                quote_type=quote_type,
                epistemic=stance(self.text, content, self.words, verb_stance),
                score=score,
                rule=rule,
                source=None if source is None else self._without_blanks(source),
                cue=cue,
            )
        )

    def _without_blanks(self, source: Source) -> Source:
        """A quotation that is never closed may end a phrase with what stands before its mark."""
        words = self.text[source.start : source.end]
        start = source.start + len(words) - len(words.lstrip())
        return replace(source, start=start, end=start + len(words.strip()))


def quote_type_of(unit: Unit, start: int, end: int) -> QuoteType:
    """Of a retold content: mixed where two or more words in it are quoted, direct where all are."""
    text = unit.text
    for quote in unit.quotes:
        if quote.depth or quote.start < start or quote.start >= end:
            continue
        before, behind = text[start : quote.start], text[min(quote.end, end) : end]
        if not before.strip(" –—-:,") and not behind.strip(" .,!?…") and word_count(text, *quote.inner) > 1:
            return "direct"
    return "mixed" if any(_is_part(text, quote, start, end) for quote in unit.quotes) else "indirect"


def _is_part(text: str, quote: Quote, start: int, end: int) -> bool:
    first = text[quote.inner_start : quote.inner_start + 1]
    return (
        quote.depth == 0
        and start <= quote.start
        and quote.end <= end + 2
        and first.islower()
        and word_count(text, *quote.inner) > 1
    )
