"""The models that come with natasha, read once: word vectors and the tagger of names (slovnet).

natasha itself is not imported, only its data: it would bring pymorphy2, which is dead on Python 3.11.
Word vectors are the larger part of the memory; whoever loads another of natasha's models shares them.
"""

import os
import threading
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# More threads make one article slower: 57 ms against 18.
_THREAD_LIMITS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_TAGGER = "model/slovnet_ner_news_v1.tar"

_loading = threading.RLock()


def tagger() -> Any:
    """Return slovnet's tagger of people, organisations and places; about 1 s at the first call."""
    with _loading:
        return _tagger()


def vectors() -> Any:
    """Return natasha's word vectors (navec), which all its models stand on."""
    with _loading:
        return _vectors()


def data(name: str) -> Path:
    """Return the path of one of natasha's data files: "model/slovnet_syntax_news_v1.tar"."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("natasha is not installed")
    return Path(spec.submodule_search_locations[0]) / "data" / name


@cache
def _tagger() -> Any:
    _limit_threads()
    from slovnet import NER

    model = NER.load(str(data(_TAGGER)))
    model.navec(_vectors())
    share_words(model)
    return model


@cache
def _vectors() -> Any:
    _limit_threads()
    from navec import Navec

    found = Navec.load(str(data(_VECTORS)))
    # Only asked for likeness and frequency of words, which nobody here does: 35 MB.
    found.pq.ab = None
    found.vocab.counts = None
    return found


def share_words(model: Any) -> None:
    """Let a model of slovnet know its 250,000 words by the list of the word vectors: 45 MB less."""
    own, shared = model.infer.encoder.words_vocab, _vectors().vocab
    if own.items == shared.words:
        own.items, own.item_ids = shared.words, shared.word_ids


def _limit_threads() -> None:
    """Set before numpy is imported for the first time; later it has no effect, and does no harm."""
    for name in _THREAD_LIMITS:
        os.environ.setdefault(name, "1")
