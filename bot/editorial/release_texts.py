"""The texts of the files behind a release, kept with it: the folder can be had back, and changed from the chat."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, insert, select

from bot.editorial.files import FOLDERS, SINGLE, find_files, read_bytes
from bot.editorial.tree import Unreadable
from bot.store.coordination import release_source, source_text

Contents = dict[str, bytes | None]  # path in the folder, with slashes -> the bytes of the file
Texts = dict[str, str]  # path in the folder, with slashes -> what the file says


def contents(folder: Path) -> Contents:
    """Return the bytes of every YAML file of a folder, None for one that may not be read. Raises NoFolder."""
    return {file.path.relative_to(folder).as_posix(): _bytes(file.path, folder) for file in find_files(folder)}


def texts_in(read: Contents) -> Texts:
    """Return the texts of the files that belong to a knowledge folder; they were checked, so they are UTF-8."""
    return {
        name: data.decode("utf-8-sig", "replace") for name, data in read.items() if data is not None and _ours(name)
    }


def gather(folder: Path) -> Texts:
    """Return the texts of a folder without errors. Raises NoFolder."""
    return texts_in(contents(folder))


def _bytes(path: Path, folder: Path) -> bytes | None:
    try:
        return read_bytes(path, folder)
    except Unreadable:
        return None


def _ours(name: str) -> bool:
    parent, _, _ = name.rpartition("/")
    return parent in FOLDERS and name.endswith(".yaml") if parent else name in SINGLE


def record(tx: Connection, number: int, texts: Mapping[str, str]) -> None:
    """Keep the texts of a release; those that another release has too are kept once."""
    digests = {path: digest(text) for path, text in texts.items()}
    query = select(source_text.c.digest).where(source_text.c.digest.in_(set(digests.values())))
    known = set(tx.execute(query).scalars())
    fresh = {name: texts[path] for path, name in digests.items() if name not in known}
    if fresh:
        tx.execute(insert(source_text), [{"digest": name, "text": text} for name, text in fresh.items()])
    rows = [{"number": number, "path": path, "digest": name} for path, name in digests.items()]
    if rows:
        tx.execute(insert(release_source), rows)


def texts_of(tx: Connection, number: int) -> Texts:
    """Return the texts of a release, by path in order; none for one from before they were kept."""
    joined = select(release_source.c.path, source_text.c.text).join(source_text)
    rows = tx.execute(joined.where(release_source.c.number == number).order_by(release_source.c.path))
    return {row.path: row.text for row in rows}


def known(tx: Connection, text: str) -> bool:
    """Tell whether some release has a file that says exactly this."""
    return tx.execute(select(source_text.c.digest).where(source_text.c.digest == digest(text))).first() is not None


def digest(text: str) -> str:
    """Return what stands for a text: SHA-256 of its UTF-8, 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()
