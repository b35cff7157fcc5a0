"""What was learned from a release, kept between two runs of the tests: learning takes longer than most of them."""

import fcntl
import os
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bot.catalogue.model import Release
from bot.understanding.learning.engine_digest import digest
from bot.understanding.learning.once import train

KEPT = 24  # the shipped network, the small ones that tests publish, and those of yesterday; one has some megabytes
LIBRARIES = ("numpy", "scipy")  # another version of them may round otherwise


@dataclass(frozen=True)
class Learned:
    """Train as `bot.assembly.train`, but what is in the folder already is taken from there.

    The digest is that of phrases and program, so whoever changes either learns again.
    """

    folder: Path

    def __call__(self, release: Release) -> bytes:
        file = self.folder / "-".join([digest(release)[:32], *map(version, LIBRARIES)])
        with (self.folder / "turn").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)  # tests that run side by side learn once
            if not file.exists():
                self._keep(file, train(release))
        os.utime(file)
        return file.read_bytes()

    def _keep(self, file: Path, engine: bytes) -> None:
        others = sorted(self.folder.glob("*-*"), key=lambda other: other.stat().st_mtime, reverse=True)
        for old in others[KEPT - 1 :]:
            old.unlink()
        whole = self.folder / "whole"
        whole.write_bytes(engine)
        whole.replace(file)
