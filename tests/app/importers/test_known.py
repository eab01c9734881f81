"""Files a project has already are told by their bytes, gzipped or not; all others are to be read."""

import gzip
import hashlib
from pathlib import Path

from app.importers.known import known_article

DATA = "<p>Записи хранятся 30 дней.</p>".encode()
KNOWN = {hashlib.sha256(DATA).hexdigest(): 7}


def test_the_same_bytes_are_known(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.html", tmp_path / "b.html.gz"
    plain.write_bytes(DATA)
    packed.write_bytes(gzip.compress(DATA))
    assert known_article(plain, KNOWN) == 7
    assert known_article(packed, KNOWN) == 7


def test_other_bytes_are_not_known(tmp_path: Path) -> None:
    other = tmp_path / "a.html"
    other.write_bytes(DATA + b" ")
    assert known_article(other, KNOWN) is None
    assert known_article(other, {}) is None


def test_what_cannot_be_read_is_left_to_the_import(tmp_path: Path) -> None:
    broken = tmp_path / "a.html.gz"
    broken.write_bytes(gzip.compress(DATA)[:-9])
    not_gzip = tmp_path / "b.html.gz"
    not_gzip.write_bytes(DATA)
    assert known_article(broken, KNOWN) is None
    assert known_article(not_gzip, KNOWN) is None
    assert known_article(tmp_path / "gone.html", KNOWN) is None
    assert known_article(tmp_path, KNOWN) is None
