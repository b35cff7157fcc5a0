"""What a catalogue became, as the files that change: comments, order and quotes stay where nothing changed."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from bot.catalogue.model import Organization
from bot.editorial.organization_text import organization_text, yaml_as_kept, yaml_value
from bot.editorial.plain_data import plain
from bot.editorial.spreadsheets.paths import Data


def text_of(data: Data, before: Organization | None, text: str | None) -> str | None:
    """Return what the file of an organization says now; None where it says the same as before."""
    if before is None or text is None:
        return organization_text(data)
    if Organization.model_validate(data) == before:
        return None
    return changed(text, plain(before), data)


def changed(text: str, before: Data, after: Data) -> str:
    """Return the text of a file with what differs between two states of its data changed in it."""
    yaml = yaml_as_kept()
    whole = yaml.load(text)
    _change(whole, before, after)
    out = io.StringIO()
    yaml.dump(whole, out)
    return out.getvalue()


def _change(node: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    for name in [*before]:
        if name not in after and name in node:
            del node[name]
    for name, value in after.items():
        if name in before and _same(before[name], value):
            continue
        inside = node.get(name)
        if _fields(inside, before.get(name), value):
            _change(inside, before[name], value)
        elif _listed(inside, before.get(name), value):
            _change_list(name, inside, before[name], value)
        else:
            node[name] = yaml_value(name, value)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other) or str(one) == str(other)


def _fields(*values: Any) -> bool:
    return all(isinstance(value, Mapping) for value in values)


def _listed(*values: Any) -> bool:
    """Tell whether these are lists of things with an id."""
    return all(
        isinstance(value, list) and all(isinstance(one, Mapping) and "id" in one for one in value) for value in values
    )


def _change_list(name: str, node: Any, before: Sequence[Data], after: Sequence[Data]) -> None:
    old = {one["id"]: one for one in before}
    wanted = {one["id"] for one in after}
    for place in reversed(range(len(node))):
        if str(node[place]["id"]) not in wanted:
            del node[place]
    there = {str(one["id"]): one for one in node}
    for one in after:
        if one["id"] in there:
            _change(there[one["id"]], old[one["id"]], one)
        else:
            node.extend(yaml_value(name, [one]))
