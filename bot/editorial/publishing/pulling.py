"""Giving back the files of a release: what the chat changed comes into the folder, nothing is overwritten unseen."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from bot.editorial.folder.files import files_of, load
from bot.editorial.publishing.release_texts import Texts, known


@dataclass(frozen=True)
class Plan:
    """`write` are the files to be written, `strange` those that differ from every release, `beside` those not in it."""

    folder: Path
    write: Texts
    same: int
    strange: tuple[str, ...]
    beside: tuple[str, ...]


def plan(tx: Connection, texts: Texts, folder: Path) -> Plan:
    """Compare a release with a folder, which need not be there yet."""
    there = load(folder) if folder.is_dir() else files_of({})
    said = there.texts
    write = {path: text for path, text in texts.items() if said.get(path) != text}
    mine = (path for path in write if path in there.yaml)
    strange = tuple(path for path in mine if path not in said or not known(tx, said[path]))
    beside = tuple(path for path in there.yaml if path not in texts)
    return Plan(folder, write, len(texts) - len(write), strange, beside)


def carry_out(made: Plan) -> None:
    """Write the files. Raises OSError."""
    for path, text in made.write.items():
        target = made.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
