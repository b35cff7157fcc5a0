"""What was learned, kept between two runs of the tests: learning takes longer than most of them."""

import fcntl
import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bot.catalogue.model import Release
from bot.understanding.blob import Blob, pack, unpack
from bot.understanding.learning.corpus import Corpus
from bot.understanding.learning.engine_digest import digest, digest_of
from bot.understanding.learning.once import train
from bot.understanding.learning.training import learn
from bot.understanding.scoring.act_model import ActModel

KEPT = 48  # the shipped network, the small ones that tests publish, and those of yesterday; one has some megabytes
LIBRARIES = ("numpy", "scipy")  # another version of them may round otherwise


@dataclass(frozen=True)
class Learned:
    """Train as `bot.assembly.train`, but what is in the folder already is taken from there.

    The digest is that of phrases and program, so whoever changes either learns again.
    """

    folder: Path

    def __call__(self, release: Release) -> bytes:
        return self._kept(digest(release)[:32], lambda: train(release))

    def of(self, corpus: Corpus, acts: ActModel | None = None) -> Blob:
        """Learn as `bot.understanding.learning.training.learn`."""
        if acts:
            return learn(corpus, acts)
        return unpack(self._kept(f"corpus-{digest_of(corpus)[:32]}", lambda: pack(learn(corpus))))

    def _kept(self, name: str, teach: Callable[[], bytes]) -> bytes:
        file = self.folder / "-".join([name, *map(version, LIBRARIES)])
        with (self.folder / "turn").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)  # tests that run side by side learn once
            if not file.exists():
                self._keep(file, teach())
        os.utime(file)
        return file.read_bytes()

    def _keep(self, file: Path, engine: bytes) -> None:
        others = sorted(self.folder.glob("*-*"), key=lambda other: other.stat().st_mtime, reverse=True)
        for old in others[KEPT - 1 :]:
            old.unlink()
        whole = self.folder / "whole"
        whole.write_bytes(engine)
        whole.replace(file)
