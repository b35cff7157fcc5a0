"""Which file of the catalogue a sent file takes the place of: told by what it says, not by its name alone."""

import re
from pathlib import PurePosixPath

from bot.editorial.release_texts import Texts
from bot.editorial.tree import Mapping, Scalar, Unreadable, parse

# A key that only one kind of file has -> where such a file is; `{id}` is the id that it says.
SIGNS = (
    ("municipalities", "network.yaml"),
    ("doors", "network.yaml"),
    ("companies", "companies.yaml"),
    ("concepts", "concepts.yaml"),
    ("questions", "golden.yaml"),
    ("harmless", "outside.yaml"),
    ("greetings", "outside.yaml"),
    ("danger", "outside.yaml"),
    ("types", "needs/{id}.yaml"),
    ("services", "organizations/{id}.yaml"),
    ("locations", "organizations/{id}.yaml"),
    ("contact", "organizations/{id}.yaml"),
)
COPY = re.compile(r"[ _-]*\(\d+\)$")  # what a phone adds to a name that it has already


def place(name: str, content: bytes, live: Texts) -> str:
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
