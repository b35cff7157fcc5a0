"""What an engine was taught, as one digest: the corpus of a release and the program that learns from it.

Two releases with the same digest have the same engine, so it need not be learned a second time.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

from bot.catalogue.model import Release
from bot.understanding.learning.corpus import Corpus, of_release


def digest(release: Release) -> str:
    """Return the digest of what `bot.understanding.learning.once.train` would learn from, in hexadecimal."""
    return digest_of(of_release(release))


def digest_of(corpus: Corpus) -> str:
    """Return the digest of a corpus and of the program that learns from it, in hexadecimal."""
    return sha256(f"{_program()}{corpus!r}".encode()).hexdigest()


@cache
def _program() -> str:
    """Return the digest of the code that learns and of its own phrases: another program teaches other engines."""
    here = Path(__file__).parents[1]
    files = sorted([*here.rglob("*.py"), *here.rglob("*.yaml")])
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
