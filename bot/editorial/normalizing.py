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
        before = parse(content, place).value
    except Unreadable:
        return content, []
    mark = "\ufeff" if content.startswith("\ufeff".encode()) else ""
    text = content.decode("utf-8-sig")
    lines = text.split("\n")
    changes: list[Rewritten] = []
    for event in reversed(list(_scalars(text))):
        said = normal(event.value)
        if said == event.value:
            continue
        start, end = (_offset(lines, one) for one in (event.start_mark, event.end_mark))
        end = start + len(text[start:end].rstrip())
        text = text[:start] + _quoted(said) + text[end:]
        position = Position(place, event.start_mark.line + 1, event.start_mark.column + 1)
        changes.append(Rewritten(position, event.value, said))
    after = (mark + text).encode()
    return (after, changes[::-1]) if parse(after, place).value == _meant(before) else (content, [])


def _scalars(text: str) -> Iterator[Any]:
    """Return the values of all keys `hours`."""
    opened: list[
        Any
    ] = []  # of each mapping around: the key whose value comes next, None where a key comes; of a list: False
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.ScalarEvent):
            if opened and opened[-1] == KEY:
                yield event
            _turn(opened, event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            _turn(opened, "")
            opened.append(None if isinstance(event, yaml.MappingStartEvent) else False)
        elif isinstance(event, yaml.CollectionEndEvent):
            opened.pop()


def _turn(opened: list[Any], key: str) -> None:
    """Go from a key to its value, or from a value to the next key."""
    if opened and opened[-1] is not False:
        opened[-1] = key if opened[-1] is None else None


def _offset(lines: list[str], mark: Any) -> int:
    return sum(len(line) + 1 for line in lines[: mark.line]) + int(mark.column)


def _quoted(hours: str) -> str:
    return f"'{hours.replace(chr(39), chr(39) * 2)}'" if '"' in hours else f'"{hours}"'


def _meant(value: Any) -> Any:
    """Return what a file says, its hours in the normal form."""
    if isinstance(value, list):
        return [_meant(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: normal(one) if key == KEY and isinstance(one, str) else _meant(one) for key, one in value.items()}
