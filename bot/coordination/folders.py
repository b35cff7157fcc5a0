"""The files of the catalogue for a coordinator: those that are live, and what was sent, at its place among them.

Which file a sent one takes the place of is told by what it says, not by its name alone.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.editorial.archive import unpack
from bot.editorial.check import check
from bot.editorial.files import Files, NoFolder, files_of, load
from bot.editorial.release_texts import Texts, texts_of
from bot.editorial.tree import Mapping, Scalar, Unreadable, parse

ZIP = b"PK\x03\x04"
# A key that only one kind of file has -> where such a file is; `{id}` is the id that it says.
SIGNS = (
    ("municipalities", "network.yaml"),
    ("doors", "network.yaml"),
    ("companies", "companies.yaml"),
    ("concepts", "concepts.yaml"),
    ("questions", "golden.yaml"),
    ("situations", "situations.yaml"),
    ("places", "situations.yaml"),
    ("harmless", "outside.yaml"),
    ("greetings", "outside.yaml"),
    ("danger", "outside.yaml"),
    ("types", "needs/{id}.yaml"),
    ("services", "organizations/{id}.yaml"),
    ("locations", "organizations/{id}.yaml"),
    ("contact", "organizations/{id}.yaml"),
)
COPY = re.compile(r"[ _-]*\(\d+\)$")  # what a phone adds to a name that it has already


class NoSources(Exception):
    """The live release was published before its files were kept, and the folder on disk is another."""


@dataclass(frozen=True)
class Sent:
    """The folder with what was sent in it; `path` is where that is, nothing where a zip is all of the folder."""

    files: Files
    path: str = ""


def live_texts(tx: Connection, number: int, knowledge: Path, today: date) -> Texts:
    """Return the files of the live release; of one from before they were kept, those of the folder if it is just this.

    Raises NoSources.
    """
    kept = texts_of(tx, number)
    if kept:
        return kept
    try:
        files = load(knowledge)
    except NoFolder:
        raise NoSources from None
    found = check(files, today).release
    if found is None or found != releases.load(tx, number)[0].release:
        raise NoSources
    return files.texts


def with_sent(name: str, content: bytes, texts: Texts) -> Sent:
    """Put what was sent among `texts`; a zip takes the place of them all. Raises bot.editorial.archive.BadArchive."""
    if content.startswith(ZIP):
        return Sent(unpack(content, name))
    path = place_of(name, content, texts)
    return Sent(files_of({**texts, path: content}), path)


def place_of(name: str, content: bytes, live: Texts) -> str:
    """Return the path at which a sent file belongs; where it cannot be read, its name must do."""
    stem = COPY.sub("", PurePosixPath(name).stem).strip()
    try:
        tree = parse(content, name)
    except Unreadable:
        return _by_name(stem, live)
    keys = tree.items if isinstance(tree, Mapping) else {}
    form = next((where for key, where in SIGNS if key in keys), None)
    if form is None:
        return _by_name(stem, live)
    if "{id}" not in form:
        return form
    said = keys.get("id")
    id_ = said.text if isinstance(said, Scalar) and _harmless(said.text) else stem
    return _of_id(id_, form.partition("/")[0], live) or form.format(id=id_ if _harmless(id_) else "nuovo")


def _by_name(stem: str, live: Texts) -> str:
    same = next((path for path in live if PurePosixPath(path).stem == stem), None)
    return same or f"organizations/{stem if _harmless(stem) else 'nuovo'}.yaml"


def _of_id(id_: str, folder: str, live: Texts) -> str | None:
    """Return the live file of a folder that says this id."""
    line = re.compile(rf"^id:[ ]*[\"']?{re.escape(id_)}[\"']?[ ]*(?:#.*)?$", re.MULTILINE)
    return next((path for path, text in live.items() if path.startswith(f"{folder}/") and line.search(text)), None)


def _harmless(id_: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}", id_) is not None
