"""Giving back the files of a release: what the chat changed comes into the folder, nothing is overwritten unseen."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from bot.editorial.files import find_files, shown
from bot.editorial.release_texts import Texts, known


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
    write: Texts = {}
    strange = []
    for path, text in texts.items():
        there = _text(folder / path)
        if there != text:
            write[path] = text
            if there is not None and not known(tx, there):
                strange.append(path)
    beside = _beside(texts, folder) if folder.is_dir() else ()
    return Plan(folder, write, len(texts) - len(write), tuple(strange), beside)


def carry_out(made: Plan) -> None:
    """Write the files. Raises OSError."""
    for path, text in made.write.items():
        target = made.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")


def _text(path: Path) -> str | None:
    """Return what a file says: None where there is none, and something no release says where it is not text."""
    if path.is_symlink():
        return f"-> {shown(path)}"
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return f"? {shown(path)}"


def _beside(texts: Texts, folder: Path) -> tuple[str, ...]:
    names = (file.path.relative_to(folder).as_posix() for file in find_files(folder) if file.kind != "stray")
    return tuple(name for name in names if name not in texts)
