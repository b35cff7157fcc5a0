"""A value between braces with a comma of its own: `{amount: 12,5}` reads as `12` and a key `5` without a value."""

from collections.abc import Sequence

from bot.editorial.source import Step, find
from bot.editorial.tree import Mapping, Node, Scalar

MANY = 100  # keys: no braces that a person writes have as many


def parted(tree: Node, path: Sequence[Step]) -> tuple[str, str] | None:
    """Return the field that an unknown key is the rest of, and the whole text; None for any other key."""
    parent, key = find(tree, path[:-1]), str(path[-1])
    if not isinstance(parent, Mapping) or len(parent.items) > MANY or key not in parent.items:
        return None
    names = list(parent.items)
    start = at = names.index(key)
    while start and _empty(parent.items[names[start]]):
        start -= 1
    before = parent.items[names[start]]
    if start == at or not isinstance(before, Scalar) or before.quoted or parent.keys[key].line != before.position.line:
        return None
    rest = names[start + 1 : at + 1]
    tight = parent.keys[rest[0]].column == before.position.column + len(before.text) + 1
    return names[start], ("," if tight else ", ").join([before.text, *rest])


def goes_on(tree: Node, path: Sequence[Step]) -> bool:
    """Whether the key after one is the rest of the same text: the last one tells it whole."""
    parent = find(tree, path[:-1])
    names = list(parent.items) if isinstance(parent, Mapping) else []
    after = names[names.index(str(path[-1])) + 1 :][:1]
    return bool(after) and parted(tree, (*path[:-1], after[0])) is not None


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None
