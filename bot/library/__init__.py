"""The library of needs: areas, need types and how people say them, situations, what is outside. It names no town.

A network stands on it and adds what it wants (`bot.editorial.overlay`); it is learned once, by
`bot.understanding.learning.once`.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from bot.catalogue.model import Area, Concepts, Outside
from bot.catalogue.situations import Situations

FOLDER = Path(__file__).parent
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # a phrase is a text, also where it is a number


def files() -> Iterator[tuple[str, bytes]]:
    """Yield every file by its name, with slashes, in the order of their names."""
    names = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.yaml"))
    yield from ((name, (FOLDER / name).read_bytes()) for name in names)


def digest() -> str:
    """Return the SHA-256 of all files, in hexadecimal."""
    return sha256(b"".join(name.encode() + content for name, content in files())).hexdigest()


def areas() -> tuple[Area, ...]:
    return tuple(Area.model_validate(_read(path)) for path in sorted(FOLDER.glob("needs/*.yaml")))


def outside() -> Outside:
    return Outside.model_validate(_read(FOLDER / "outside.yaml"))


def concepts() -> Concepts:
    return Concepts.model_validate(_read(FOLDER / "concepts.yaml"))


def situations() -> Situations:
    return Situations.model_validate(_read(FOLDER / "situations.yaml"))


def _read(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), Loader=LOADER)  # noqa: S506 - it makes texts, lists and dicts only
