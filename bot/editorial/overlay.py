"""A folder that stands on the library of needs: what it says of an entry of the library, and what it adds.

An entry with an id of the library's: the fields that it gives take the place of the library's, `more_phrases` and
`more_words` are added to what is there. An id that the library does not have is a new entry. What is outside, and the
golden questions, are added. Every part keeps the position where it was written.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from bot import library
from bot.editorial.folder.files import Kind, kind_of, place_said
from bot.editorial.problem import Position
from bot.editorial.tree import Mapping as Fields
from bot.editorial.tree import Node, Scalar, parse
from bot.editorial.tree import Sequence as Items

LIBRARY = "[library]"  # where its files are, in a position: no folder of a coordinator's is called so
MORE = {"more_phrases": "phrases", "more_words": "words"}
LISTS: dict[Kind, tuple[str, ...]] = {"concepts": ("concepts",), "situations": ("situations", "places")}
NAMING = {"areas", "needs", "need", "without"}  # the keys whose values are ids of areas and needs
NAMED_IN: set[Kind] = {"network", "organizations", "golden", "situations"}
Entries = Mapping[str, Node]


@dataclass(frozen=True, eq=False)
class Written:
    """A file as a tree; `name` is its path in its folder, `place` what it is called in problems.

    `own` is what the file itself says, without the library under it.
    """

    kind: Kind
    name: str
    place: str
    tree: Node
    own: Node


def is_shipped(position: Position) -> bool:
    """Tell whether a position is in a file of the library."""
    return position.file.startswith(LIBRARY)


@cache
def shipped() -> tuple[Written, ...]:
    """Return the files of the library, read once."""
    return tuple(_shipped(name, content) for name, content in library.files())


def _shipped(name: str, content: bytes) -> Written:
    place = f"{LIBRARY}/{name}"
    tree = parse(content, place)
    return Written(kind_of(name), name, place, tree, tree)


@cache
def shipped_areas() -> frozenset[str]:
    """Return the ids of the library's areas."""
    return frozenset(_id(one.tree) for one in shipped() if one.kind == "needs")


@cache
def _shipped_needs() -> dict[str, Node]:
    return {_id(need): need for one in shipped() if one.kind == "needs" for need in _list(one.tree, "types")}


def stands_on_library(folder: Iterable[Written]) -> bool:
    """Tell whether a folder needs the library: it has no needs of its own, says a part of one, or names one it lacks.

    A folder with whole needs of its own, which names no others, stands alone: so do those from before the library.
    """
    written = list(folder)
    areas = [one.tree for one in written if one.kind == "needs" and place_said(_keys(one.tree), "needs") == "needs"]
    if not areas or any(map(_is_part, areas)):
        return True
    own = {_id(entry) for area in areas for entry in (area, *_list(area, "types"))}
    named = {name for one in written if one.kind in NAMED_IN for name in _named(one.tree)}
    return not (shipped_areas() | _shipped_needs().keys()).isdisjoint(named - own) if named - own else False


def _is_part(area: Node) -> bool:
    """Tell whether an area or one of its needs leaves to the library what it does not say itself."""
    entries = [area, *_list(area, "types")]
    if any(MORE.keys() & _keys(entry) for entry in entries):
        return True
    parts = [_id(entry) for entry in entries if "name" not in _keys(entry)]
    return bool(parts) and not (shipped_areas() | _shipped_needs().keys()).isdisjoint(parts)


def _named(tree: Node, *, counts: bool = False) -> Iterator[str]:
    """Yield the ids of areas and needs that a file names."""
    if isinstance(tree, Fields):
        for key, node in tree.items.items():
            yield from _named(node, counts=key in NAMING)
    elif isinstance(tree, Items):
        for node in tree.items:
            yield from _named(node, counts=counts)
    elif counts:
        yield tree.text


def overlaid(folder: Iterable[Written]) -> list[Written]:
    """Return the files of a folder over those of the library, in the order of the library and then of the folder."""
    own = list(folder)
    areas = {_id(one.tree): one for one in own if one.kind == "needs"}
    singles = {one.kind: one for one in own if one.kind != "needs"}
    moved = {_id(need): area for area, one in areas.items() for need in _list(one.tree, "types")}
    found: list[Written] = []
    for under in shipped():
        if under.kind == "needs":
            found += _area(under, areas.pop(_id(under.tree), None), moved)
        else:
            over = singles.pop(under.kind, None)
            found.append(_single(under, over) if over else under)
    new = [replace(one, tree=_with_types(Fields(Position(""), {}, {}), one.tree)) for one in areas.values()]
    rest = [one for one in own if one.kind == "organizations" or one in singles.values()]
    once = {id(one.own) for one in (*found, *new)}
    twice = [one for one in own if one.kind == "needs" and id(one.own) not in once]
    return [*found, *new, *twice, *rest]


def _area(under: Written, over: Written | None, moved: Mapping[str, str]) -> Iterator[Written]:
    """Yield an area of the library without the needs that the folder has put into another, and with what it says."""
    here = _id(under.tree)
    kept = tuple(need for need in _list(under.tree, "types") if moved.get(_id(need), here) == here)
    if not isinstance(under.tree, Fields) or (not kept and over is None):
        return
    if len(kept) == len(_list(under.tree, "types")) and over is None:
        yield under
        return
    left = replace(under.tree, items={**under.tree.items, "types": Items(under.tree.position, kept)})
    yield replace(over, tree=_with_types(left, over.tree)) if over else replace(under, tree=left)


def _with_types(under: Fields, over: Node) -> Node:
    """Return an area over another; a need of the library's may come from elsewhere in it."""
    found = _entry(under, over)
    types = _list(over, "types")
    if not isinstance(found, Fields) or ("types" in _keys(over) and not types):
        return found
    return replace(found, items={**found.items, **_types(under, over, types)})


def _types(under: Fields, over: Node, types: tuple[Node, ...]) -> Entries:
    position = over.items["types"].position if isinstance(over, Fields) and types else under.position
    both = _by_id(_list(under, "types"), types, _shipped_needs())
    return {"types": Items(position, both)} if both else {}


def _single(under: Written, over: Written) -> Written:
    """Return a file of the library with what the folder's file of the same name says."""
    if not (isinstance(under.tree, Fields) and isinstance(over.tree, Fields)):
        return over
    items = {**under.tree.items}
    for key, node in over.tree.items.items():
        items[key] = _laid(under.kind, key, items.get(key), node)
    tree = Fields(over.tree.position, {**under.tree.keys, **over.tree.keys}, items)
    return replace(over, tree=tree)


def _laid(kind: Kind, key: str, under: Node | None, over: Node) -> Node:
    if kind == "outside":
        return _joined(under, over)
    if not isinstance(over, Items) or not isinstance(under, Items):
        return over
    if key in LISTS.get(kind, ()):
        return Items(over.position, _by_id(under.items, over.items, {}))
    return Items(over.position, (*under.items, *over.items)) if kind == "golden" else over


def _by_id(under: tuple[Node, ...], over: tuple[Node, ...], elsewhere: Entries) -> tuple[Node, ...]:
    """Return entries over others with the same ids; what has no id, or one for the second time, stays as it is."""
    found = {_id(one): one for one in under}
    fresh: list[Node] = []
    said: set[str] = set()
    for one in over:
        name = _id(one)
        below = None if name in said else found.get(name) or elsewhere.get(name)
        said.add(name)
        if below is not None and name in found:
            found[name] = _entry(below, one)
        else:
            fresh.append(_entry(below, one))
    return (*found.values(), *fresh)


def _entry(under: Node | None, over: Node) -> Node:
    """Return the fields of an entry over those of another."""
    if not isinstance(over, Fields):
        return over
    below = under if isinstance(under, Fields) else Fields(over.position, {}, {})
    items, keys = {**below.items}, {**below.keys}
    for key in sorted(over.items, key=lambda key: key in MORE):  # what is more comes after what is instead
        plain = MORE.get(key, key)
        items[plain] = _joined(items.get(plain), over.items[key]) if key in MORE else over.items[key]
        keys[plain] = over.keys[key]
    return Fields(over.position, keys, items)


def _joined(under: Node | None, over: Node) -> Node:
    """Return phrases of both, language by language; a bare list is Italian."""
    first, more = _lists(under), _lists(over)
    if first is None or more is None:
        return over
    both = {language: (*first.get(language, ()), *more.get(language, ())) for language in {**first, **more}}
    items: dict[str, Node] = {language: Items(over.position, phrases) for language, phrases in both.items()}
    return Fields(over.position, dict.fromkeys(items, over.position), items)


def _lists(node: Node | None) -> dict[str, tuple[Node, ...]] | None:
    """Return lists of phrases by their language; nothing where there is something else."""
    if isinstance(node, Items):
        return {"it": node.items}
    if node is None:
        return {}
    if not isinstance(node, Fields) or not all(isinstance(one, Items) for one in node.items.values()):
        return None
    return {language: one.items for language, one in node.items.items() if isinstance(one, Items)}


def _id(node: Node) -> str:
    name = node.items.get("id") if isinstance(node, Fields) else None
    return name.text if isinstance(name, Scalar) else ""


def _list(node: Node, key: str) -> tuple[Node, ...]:
    found = node.items.get(key) if isinstance(node, Fields) else None
    return found.items if isinstance(found, Items) else ()


def _keys(node: Node) -> set[str]:
    return set(node.items) if isinstance(node, Fields) else set()
