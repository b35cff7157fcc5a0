"""Slots in a sentence ready to say, each with its default: `{who|per mio padre}`, `{town|Soliera}`, `{age|9 anni}`."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

NAMES = ("who", "town", "age")
_SLOT = re.compile(r"\{\s*([^{}|]*?)\s*\|\s*([^{}|]*?)\s*\}")
_BRACE = re.compile(r"[{}]")


class Slot(NamedTuple):
    """A slot: what it is about, and what is said where that is not known."""

    name: str
    default: str


def slots(text: str) -> Iterator[Slot]:
    """Return the slots of a sentence, also those whose name nobody knows."""
    return (Slot(found[1], found[2]) for found in _SLOT.finditer(text))


def filled(text: str, fill: Callable[[Slot], str]) -> str:
    """Return a sentence with every slot filled."""
    return _SLOT.sub(lambda found: fill(Slot(found[1], found[2])), text)


def plain(text: str) -> str:
    """Return a sentence with its defaults, as it is read where nothing is known of the person."""
    return filled(text, lambda slot: slot.default)


def has_stray_brace(text: str) -> bool:
    """Tell whether a brace is left that belongs to no slot."""
    return _BRACE.search(_SLOT.sub("", text)) is not None
