"""Train the model of Kazakh names that ships, or score it: what script/train-names calls.

A fifth of the sentences, told by a hash of their text, is never trained on: the table printed is of it.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app.suggesters.names import kazakh
from tests.training.sentences import FOLDS, HELD_OUT, Sentence, inner_part, part, read, variants
from tests.training.training import Counts, packed, score, table, train, unpacked

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "names" / "kaznerd_valid_kk.jsonl.gz"
MODEL = Path(kazakh.__file__).parent / "names.crfsuite.gz"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for and return the exit code."""
    parser = argparse.ArgumentParser(prog="script/train-names", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="KazNERD as gzipped JSON lines")
    parser.add_argument("--score", action="store_true", help="train nothing: score the model that ships")
    parser.add_argument("--cross-validate", action="store_true", help="in the four fifths; writes nothing")
    options = parser.parse_args(arguments)
    if not options.data.is_file():
        sys.stderr.write(f"There are no sentences to train on: {options.data} does not exist.\n")
        return 1
    rest, held_out = part(read(options.data), HELD_OUT)
    if options.cross_validate:
        _print(f"{FOLDS} folds of the {len(rest)} sentences that are trained on", _cross_validated(rest))
        return 0
    if not options.score:
        MODEL.write_bytes(packed(train([*rest, *variants(rest)])))
    _print(
        f"{len(held_out)} sentences that were not trained on", score(unpacked(MODEL.read_bytes()), held_out)
    )
    return 0


def _cross_validated(sentences: list[Sentence]) -> Counts:
    counts: Counts = Counts()
    for fold in range(FOLDS):
        rest, held_out = inner_part(sentences, fold)
        counts += score(train([*rest, *variants(rest)]), held_out)
    return counts


def _print(title: str, counts: Counts) -> None:
    sys.stdout.write(f"{title}\n\n{table(counts)}\n")


if __name__ == "__main__":
    sys.exit(main())
