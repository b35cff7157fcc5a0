"""What a release teaches, learned as rarely as can be: the library once for a machine, a network only completes it.

What was learned of the library is kept in a file whose name says what it was learned from: texts, program and versions.
So an old one is never found, only left over. It is made by `make install`, else by who needs it first.
"""

import os
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from bot import library
from bot.catalogue.model import Release
from bot.understanding.blob import Blob, WrongBlob, pack, unpack
from bot.understanding.learning.completing import completed
from bot.understanding.learning.corpus import Corpus, of_parts, of_release
from bot.understanding.learning.engine_digest import digest_of
from bot.understanding.learning.training import learn

BESIDE = library.FOLDER / "taught"  # where the program itself may write: a checkout, an image that is built
ENDING = ".engine"
LIBRARIES = ("numpy", "scipy", "PyStemmer", "pyspellchecker")  # another version of them may learn otherwise


def train(release: Release) -> bytes:
    """Learn from the phrases of a release; the same release gives the same bytes. Load them with engine.load.

    Raises NothingToLearn.
    """
    return of_corpus(of_release(release))


def of_corpus(corpus: Corpus) -> bytes:
    """Learn what a release teaches: this alone a process apart must be told. Raises as `train`."""
    return pack(engine_of(corpus))


def engine_of(corpus: Corpus) -> Blob:
    """Return the engine of a corpus: where it is that of the library, only the towns are added. Raises as `train`."""
    name = name_of(corpus.bare)
    kept = next(filter(None, (_kept(folder / name) for folder in folders())), None)
    if kept is None and corpus.bare == of_library():
        kept = learn(corpus.bare)
        _keep(kept, name)
    return learn(corpus) if kept is None else completed(kept, corpus)


def of_library() -> Corpus:
    """Return what the library teaches."""
    told = library.situations().situations
    return of_parts(library.areas(), library.outside(), library.concepts().concepts, situations=told)


def name_of(bare: Corpus) -> str:
    """Return the name of the file with what was learned of a corpus."""
    return "-".join([digest_of(bare)[:32], *map(version, LIBRARIES)]) + ENDING


def folders() -> tuple[Path, ...]:
    """Return where a taught library may be: beside the library, else in the account's cache (XDG Base Directory)."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return BESIDE, Path(cache) / "kmzero"


def _kept(file: Path) -> Blob | None:
    try:
        return unpack(file.read_bytes())
    except (OSError, WrongBlob):
        return None


def _keep(engine: Blob, name: str) -> None:
    """Write what was learned into the first folder where that may be done, in the place of what is left over."""
    next(filter(None, (_written(pack(engine), folder, name) for folder in folders())), None)


def _written(content: bytes, folder: Path, name: str) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(content)
        Path(file.name).replace(folder / name)
        for old in _left_over(folder, name):
            old.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _left_over(folder: Path, name: str) -> Iterator[Path]:
    return (file for file in folder.glob(f"*{ENDING}") if file.name != name)


if __name__ == "__main__":  # `make install`
    engine_of(of_library())
