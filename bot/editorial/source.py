"""A knowledge file that was read: its model, its tree, and where in the file each part of the model stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from bot.catalogue.text import Text
from bot.editorial.problem import Position
from bot.editorial.tree import Mapping, Node, Scalar
from bot.editorial.tree import Sequence as Items

Step = str | int
M = TypeVar("M", bound=BaseModel)


def find(tree: Node, path: Sequence[Step]) -> Node:
    """Return the node at a path of keys and positions; a step that the file does not have is passed over.

    So the position of what is missing is that of the part that should have it, and the position of `name.it` is that of
    `name` where the file has a bare text.
    """
    node = tree
    for step in path:
        if isinstance(node, Mapping) and step in node.items:
            node = node.items[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


def key_place(tree: Node, path: Sequence[Step]) -> Position:
    """Return where the key at the end of a path is written."""
    parent = find(tree, path[:-1])
    written = parent.keys.get(str(path[-1])) if isinstance(parent, Mapping) and path else None
    return written or find(tree, path).position


@dataclass(frozen=True)
class Source(Generic[M]):
    """A file and what it says. `name` is its path as it is shown to people."""

    name: str
    tree: Node
    model: M

    def position(self, *path: Step) -> Position:
        return find(self.tree, path).position

    def texts(self) -> Iterator[tuple[tuple[Step, ...], Text]]:
        """Every text that people read, with its path."""
        return _texts(self.model, ())

    def scalars(self, without: frozenset[str] = frozenset()) -> Iterator[Scalar]:
        """Every scalar of the file, save those below the keys in `without`."""
        return _scalars(self.tree, without) if without else iter(self._scalars)

    @cached_property
    def _scalars(self) -> tuple[Scalar, ...]:
        return tuple(_scalars(self.tree, frozenset()))


def walk(value: object, steps: Sequence[str], path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """Yield what is there at some fields of a model, with its path; `*` is every one of a list."""
    if not steps:
        yield from [(path, value)] if value is not None else ()
    elif steps[0] != "*":
        yield from walk(getattr(value, steps[0], None), steps[1:], (*path, steps[0]))
    elif isinstance(value, tuple):
        for n, one in enumerate(value):
            yield from walk(one, steps[1:], (*path, n))


def _texts(value: object, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Text]]:
    if isinstance(value, Text):
        yield path, value
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            if not isinstance(item, str):
                yield from _texts(item, (*path, position))


def _scalars(node: Node, without: frozenset[str]) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _scalars(item, without)
    else:
        for key, item in node.items.items():
            if key not in without:
                yield from _scalars(item, without)
