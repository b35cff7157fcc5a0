"""The texts of the files behind a release, kept with it: the folder can be had back, and changed from the chat."""

from collections.abc import Mapping
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from bot.store.coordination import release_source, source_text

Texts = dict[str, str]  # path in the folder, with slashes -> what the file says


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
