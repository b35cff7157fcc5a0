"""Reading YAML safely: every scalar a string, no aliases, no tags, no duplicate keys, every node with its position.

Built on the events of PyYAML's parser and not on its composer: the C composer crashes the process on 100,000 nested
`[`, the Python one takes seconds for a megabyte. Events are flat, fast, and each has its position.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from bot.catalogue.own_yaml import LOADER
from bot.editorial.folder.foreign import conflict, foreign
from bot.editorial.problem import Position, Problem

MAX_BYTES = 4_000_000
MAX_DEPTH = 12
MAX_NODES = 200_000
NULLS = {"", "~", "null"}
QUOTES = {"'", '"', "|", ">"}
CURLY = re.compile(
    r"[“„‟](?:[^“”]*|.*[“”„‟])|[‘‛].*[’‘]", re.DOTALL
)  # a text in the quotes of Word, or the beginning of one
VALUE_IN_CURLY = re.compile(r"(?:^|[:,\[{-])\s*[“„‟‘]")
HARD_SPACE = re.compile(
    r"^[ -]*(?:[\w-]+:)?[\u00a0\u2000-\u200a\u202f\u3000]", re.MULTILINE
)  # where YAML wants a plain one


CAUSES = {  # variants of `not-yaml`, by how a line begins
    "bullet": re.compile(r"\s*[•·▪●–—*]\s+\S"),
    "pasted": re.compile(r"\s*(?:```|>|@@|\+(?!\d))"),
    "colon": re.compile(r"\s*(?:- )?[a-z_]+(?:\s*[：=]|:(?=[^\s:/]))"),
    "hash": re.compile(r"[^#{]*\{[^#}\"']*\s#.*\}"),
}


@dataclass(frozen=True)
class Scalar:
    position: Position
    text: str
    quoted: bool = False

    @property
    def value(self) -> str | None:
        """The text, or None for an empty value."""
        return None if not self.quoted and self.text.lower() in NULLS else self.text


@dataclass(frozen=True)
class Sequence:
    position: Position
    items: "tuple[Node, ...]"

    @property
    def value(self) -> list[Any]:
        return [item.value for item in self.items]


@dataclass(frozen=True)
class Mapping:
    position: Position
    keys: dict[str, Position]
    items: "dict[str, Node]"

    @property
    def value(self) -> dict[str, Any]:
        return {key: item.value for key, item in self.items.items()}


Node = Scalar | Sequence | Mapping


class Unreadable(Exception):
    """The file cannot be read as knowledge; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(data: bytes, file: str) -> Node:
    """Turn the bytes of a file into a tree. Raises Unreadable at the first fault that leaves no tree."""
    if len(data) > MAX_BYTES:
        raise Unreadable(Problem(Position(file), "too-big", values={"limit": MAX_BYTES // 1_000_000}))
    if fault := foreign(data, file):
        raise Unreadable(fault)
    text = _decode(data, file)
    if found := HARD_SPACE.search(text):
        raise Unreadable(Problem(_at(file, text, found.end() - 1), "hard-space"))
    if fault := conflict(text, file):
        raise Unreadable(fault)
    try:
        return _Builder(file).build(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        variant = _variant(text, mark) if mark else ""
        if mark and VALUE_IN_CURLY.search(_line(text, mark)):
            raise Unreadable(Problem(_position(file, mark), "curly-quotes")) from None
        problem = Problem(_position(file, mark), "not-yaml", values={"cause": str(error.problem)}, variant=variant)
        raise Unreadable(problem) from None
    except yaml.reader.ReaderError as error:
        sign = _code_point(error)
        # The error's own position counts bytes or characters, as the parser is in C or not; the first such sign is it.
        position = _at(file, text, max(text.find(chr(sign)), 0))
        raise Unreadable(Problem(position, "bad-character", values={"character": f"U+{sign:04X}"})) from None
    except yaml.YAMLError as error:
        raise Unreadable(Problem(Position(file), "not-yaml", values={"cause": str(error)})) from None


def _decode(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        raise Unreadable(Problem(Position(file, line, column), "not-utf8")) from None


def _variant(text: str, mark: Any) -> str:
    """Return the likely cause: in the line where reading stopped, or in the one above."""
    if _line(text, mark)[mark.column : mark.column + 1] == "\t":
        return "tab"
    lines = text.split("\n")[max(mark.line - 1, 0) : mark.line + 1]
    return next((cause for line in lines for cause, sign in CAUSES.items() if sign.match(line)), "")


def _line(text: str, mark: Any) -> str:
    return "".join(text.split("\n")[mark.line : mark.line + 1])


def _at(file: str, text: str, position: int) -> Position:
    before = text[:position]
    return Position(file, before.count("\n") + 1, position - before.rfind("\n"))


def _code_point(error: Any) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character)


def _position(file: str, mark: Any) -> Position:
    return Position(file, mark.line + 1, mark.column + 1) if mark else Position(file)


def _twice(key: Scalar, value: Node, keys: dict[str, Position], items: dict[str, Node]) -> Problem:
    """Say that a key is there twice; two without a value are rests of texts with commas: `{from: 8,50, to: 12,50}`."""
    name = next(reversed(items))
    before = items[name]
    plain = isinstance(before, Scalar) and not before.quoted and before.position.line == key.position.line
    if plain and isinstance(before, Scalar) and value == Scalar(value.position, ""):
        text = f"{before.text},{key.text}"
        return Problem(before.position, "comma-in-braces", values={"field": name, "text": text})
    return Problem(key.position, "duplicate-key", values={"key": key.text, "first": str(keys[key.text])})


class _Builder:
    """Builds one tree from the events of one document."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.nodes = 0

    def build(self, events: Iterator[Any]) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    raise self._refuse(event, "two-documents")
                root = self._node(event, events, 1)
        if root is None:
            raise Unreadable(Problem(Position(self.file), "empty-file"))
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self._admit(event, depth)
        position = _position(self.file, event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            if event.style not in QUOTES and CURLY.fullmatch(event.value):
                raise self._refuse(event, "curly-quotes")
            return Scalar(position, event.value, quoted=event.style in QUOTES)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(position, tuple(self._items(events, depth)))
        return self._mapping(position, events, depth)

    def _items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            yield self._node(event, events, depth + 1)

    def _mapping(self, position: Position, events: Iterator[Any], depth: int) -> Mapping:
        keys: dict[str, Position] = {}
        items: dict[str, Node] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                raise self._refuse(event, "strange-key")
            if ":\u00a0" in key.text:
                raise Unreadable(Problem(key.position, "hard-space"))
            value = self._node(next(events), events, depth + 1)
            if key.text in keys:
                raise Unreadable(_twice(key, value, keys, items))
            keys[key.text] = key.position
            items[key.text] = value
        return Mapping(position, keys, items)

    def _admit(self, event: Any, depth: int) -> None:
        self.nodes += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._refuse(event, "alias")
        if getattr(event, "tag", None):
            raise self._refuse(event, "tag")
        if depth > MAX_DEPTH:
            raise self._refuse(event, "too-deep")
        if self.nodes > MAX_NODES:
            raise self._refuse(event, "too-many")

    def _refuse(self, event: Any, rule: str) -> Unreadable:
        return Unreadable(Problem(_position(self.file, event.start_mark), rule))
