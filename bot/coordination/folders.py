"""The files of the catalogue for a coordinator: those that are live, and what was sent, at its place among them.

Which file a sent one takes the place of is told by what it says, not by its name alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.editorial.check import check
from bot.editorial.folder.archive import unpack
from bot.editorial.folder.copies import id_said, original_stem
from bot.editorial.folder.files import SINGLE, Files, NoFolder, files_of, load, place_said
from bot.editorial.folder.foreign import form_of
from bot.editorial.folder.names import YAML_NAME
from bot.editorial.publishing.release_texts import Texts, texts_of
from bot.editorial.tree import Mapping as Yaml
from bot.editorial.tree import Scalar, Unreadable, parse

WHOLE = {"network.yaml", "companies.yaml"}  # a zip without one of them is some files, not the folder


class NoSources(Exception):
    """The live release was published before its files were kept, and the folder on disk is another."""


@dataclass(frozen=True)
class Sent:
    """The folder with what was sent in it; `paths` are where that is, none where a zip is all of the folder."""

    files: Files
    paths: tuple[str, ...] = ()
    zipped: bool = False

    @property
    def whole(self) -> bool:
        return not self.paths


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


def is_zip(name: str, content: bytes) -> bool:
    """Tell whether a file is an archive, or is said to be one; a document of Word is packed too, and none."""
    return form_of(content) == "archive" or name.lower().endswith(".zip")


def with_sent(name: str, content: bytes, texts: Texts) -> Sent:
    """Put what was sent among `texts`; a zip of the whole folder takes the place of them all. Raises BadArchive."""
    if not is_zip(name, content):
        path = place_of(name, content, texts)
        return Sent(files_of({**texts, path: content}), (path,))
    files = unpack(content, name)
    files = replace(files, pools={}, unread=(*files.unread, *files.pools))  # codes are imported, not sent with files
    if files.yaml.keys() >= WHOLE or not texts:
        return Sent(files, zipped=True)
    placed = _placed({inside: data for inside, data in files.yaml.items() if isinstance(data, bytes)}, texts)
    return Sent(files_of({**texts, **placed}, files.unread), tuple(placed), zipped=True)


def _placed(contents: Mapping[str, bytes], live: Texts) -> dict[str, bytes]:
    """Return some files by their places; of two that have one, which is then said, the one that is there already."""
    paths = {inside: place_of(inside, data, live) for inside, data in contents.items()}
    placed: dict[str, bytes] = {}
    for inside in sorted(paths, key=lambda name: paths[name] != name):
        placed[paths[inside] if paths[inside] not in placed else inside] = contents[inside]
    return placed


def place_of(name: str, content: bytes, live: Texts) -> str:
    """Return the path at which a sent file belongs; where it cannot be read, its name must do."""
    file = PurePosixPath(name).name
    stem = found[1] if (found := YAML_NAME.fullmatch(file)) else PurePosixPath(file).stem
    stem = original_stem(stem) or stem.strip()
    try:
        tree = parse(content, name)
    except Unreadable:
        said = id_said(content)
        return (_of_id(said, "organizations", live) if said else None) or _by_name(stem, live)
    keys = tree.items if isinstance(tree, Yaml) else {}
    place = place_said(keys)
    if not place or place in SINGLE:
        return place or _by_name(stem, live)
    own = keys.get("id")
    id_ = own.text if isinstance(own, Scalar) and _harmless(own.text) else stem
    return _of_id(id_, place, live) or f"{place}/{id_ if _harmless(id_) else 'nuovo'}.yaml"


def _by_name(stem: str, live: Texts) -> str:
    same = next((path for path in live if PurePosixPath(path).stem == stem), None)
    return same or f"organizations/{stem if _harmless(stem) else 'nuovo'}.yaml"


def _of_id(id_: str, folder: str, live: Texts) -> str | None:
    """Return the live file of a folder that says this id."""
    inside = (path for path in live if path.startswith(f"{folder}/"))
    return next((path for path in inside if id_said(live[path].encode()) == id_), None)


def _harmless(id_: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}", id_) is not None
