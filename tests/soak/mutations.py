"""Shipped files with bytes changed at random: whatever is in a file, a check ends with problems or with none."""

import random
import shutil
from datetime import date
from pathlib import Path

from bot.catalogue.text import LANGUAGES
from bot.config import SHIPPED_KNOWLEDGE
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.editorial.wording import line
from tests.soak.ledger import Ledger

TODAY = date(2026, 11, 22)
AROUND = ("network.yaml", "companies.yaml")
SPICES = (
    b"[",
    b"{",
    b"- ",
    b": ",
    b"&a",
    b"*a",
    b"!t ",
    b"\t",
    b"\n",
    b'"',
    b"'",
    b"|",
    b">",
    b"%",
    b"\0",
    b"\xff",
    b"---\n",
)


def mutate(data: bytes, dice: random.Random) -> bytes:
    """Change one to eight spots of a file: a byte, a piece that is gone or there twice, something YAML minds."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(made) + 1)
        piece = bytes(made[at : at + dice.randint(1, 40)])
        kind = dice.randrange(4)
        if kind == 0:
            made[at : at + 1] = bytes([dice.randrange(256)])
        elif kind == 1:
            del made[at : at + len(piece)]
        elif kind == 2:
            made[at:at] = piece
        else:
            made[at:at] = dice.choice(SPICES)
    return bytes(made)


def mutated_files(folder: Path, ledger: Ledger, *, mutations: int = 10_000, seed: int = 6) -> None:
    """Check each mutation of a shipped file beside the files that it needs."""
    dice = random.Random(seed)
    files = [file.relative_to(SHIPPED_KNOWLEDGE) for file in sorted(SHIPPED_KNOWLEDGE.rglob("*.yaml"))]
    crashes = []
    for number in range(mutations):
        name = dice.choice(files)
        data = mutate((SHIPPED_KNOWLEDGE / name).read_bytes(), dice)
        try:
            _look(folder / str(number), name, data)
        except Exception as error:  # noqa: BLE001 - any error at all is what is looked for
            crashes.append(f"{name} #{number}: {type(error).__name__}")
    measured = f"{len(crashes)} crashes {crashes[:3] or ''}"
    ledger.note(f"{mutations} mutations of shipped files", measured, ok=not crashes)


def _look(folder: Path, name: Path, data: bytes) -> None:
    """Check a folder with the file in it, and put every problem into words."""
    (folder / name.parent).mkdir(parents=True)
    for other in AROUND:
        shutil.copy(SHIPPED_KNOWLEDGE / other, folder / other)
    (folder / name).write_bytes(data)
    for problem in check(load(folder), TODAY).problems:
        for language in LANGUAGES:
            line(problem, language)
    shutil.rmtree(folder)
