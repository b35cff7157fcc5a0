"""Opening hours in the text of a file, written in their normal form; every other sign stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from bot.catalogue.hours.reading import normal
from bot.catalogue.own_yaml import LOADER
from bot.editorial.folder.files import Files, kind_of
from bot.editorial.problem import Position
from bot.editorial.tree import Unreadable, parse

KEY = "hours"
KINDS = {"network", "organizations", "situations"}


@dataclass(frozen=True)
class Rewritten:
    """Hours of a file as they were and as they are now."""

    position: Position
    before: str
    after: str


def normalized(files: Files) -> Iterator[tuple[str, bytes, list[Rewritten]]]:
    """Return the files with hours in another form: the name, what the file says then, and what changed."""
    for name, content in files.yaml.items():
        if kind_of(name) in KINDS and isinstance(content, bytes):
            after, changes = rewritten(content, files.place(name))
            if changes:
                yield name, after, changes


def rewritten(content: bytes, place: str) -> tuple[bytes, list[Rewritten]]:
    """Return a file with its hours in the normal form. What cannot be read stays, and so does a broken file."""
    try:
        before = parse(content, place).value  # nothing is left that the composer could not bear
    except Unreadable:
        return content, []
    mark = "\ufeff" if content.startswith("\ufeff".encode()) else ""
    text = content.decode("utf-8-sig")
    changes: list[Rewritten] = []
    for node in reversed(list(_hours(yaml.compose(text, Loader=LOADER)))):
        said, start = normal(node.value), node.start_mark
        if said != node.value:
            end = start.index + len(text[start.index : node.end_mark.index].rstrip())
            text = text[: start.index] + _quoted(said) + text[end:]
            changes.insert(0, Rewritten(Position(place, start.line + 1, start.column + 1), node.value, said))
    after = (mark + text).encode()
    return (after, changes) if parse(after, place).value == _meant(before) else (content, [])


def _hours(node: Any) -> Iterator[Any]:
    """Return the values of all keys `hours`."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _hours(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == KEY and isinstance(value, yaml.ScalarNode):
                yield value
            yield from _hours(value)


def _quoted(hours: str) -> str:
    return f"'{hours.replace(chr(39), chr(39) * 2)}'" if '"' in hours else f'"{hours}"'


def _meant(value: Any) -> Any:
    """Return what a file says, its hours in the normal form."""
    if isinstance(value, list):
        return [_meant(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: normal(one) if key == KEY and isinstance(one, str) else _meant(one) for key, one in value.items()}
