"""Evaluations that were published, for who may read them again: a list without their content, and one file."""

from sqlalchemy import Connection, select

from bot.insight.handed_out import HandedOut
from bot.store.evaluation import evaluation_page


def listing(tx: Connection) -> list[HandedOut]:
    """Return the pages of every published evaluation, those of the network before the others'."""
    row = evaluation_page.c.kind, evaluation_page.c.owner, evaluation_page.c.evaluation, evaluation_page.c.name
    files: dict[tuple[str, str, str], list[str]] = {}
    for kind, owner, of, name in tx.execute(select(*row).order_by(evaluation_page.c.name)):
        files.setdefault((kind, owner, of), []).append(name)
    found = [HandedOut(*whose, tuple(names)) for whose, names in files.items()]
    return sorted(found, key=lambda one: (one.of, one.kind != "network", one.kind, one.id))


def file(tx: Connection, name: str, kind: str, owner: str, file_name: str) -> bytes | None:
    """Return a file of an evaluation as everybody got it."""
    which = evaluation_page.c.evaluation == name, evaluation_page.c.kind == kind, evaluation_page.c.owner == owner
    query = select(evaluation_page.c.content).where(*which, evaluation_page.c.name == file_name)
    content: bytes | None = tx.execute(query).scalar()
    return content
