"""Single fields of an organization's plain data, by their path: `name.it`, `valid.first`. Pure."""

from collections.abc import Mapping
from datetime import date
from itertools import zip_longest
from typing import Any

from bot.catalogue.text import LANGUAGES
from bot.editorial.plain_data import ENDS, interval

Data = dict[str, Any]
KEEP: Any = object()  # stands for a value that stays as it was
TOGETHER = "documents"  # a list of texts, which stands in a column for each language, a line for each


def at(data: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a path; None where nothing does."""
    found: Any = data
    for step in path.split("."):
        found = _step(found, step)
    return found


def _step(found: Any, step: str) -> Any:
    if isinstance(found, Mapping):
        return found.get(step)
    if isinstance(found, str) and step in ENDS:
        return _day(found, step)
    if isinstance(found, list) and step in LANGUAGES:
        return "\n".join(one.get(step) or "" for one in found).rstrip("\n") or None
    return None


def _day(text: str, end: str) -> date | None:
    first, _, last = text.partition("/")
    said = first if end == "first" else last
    return date.fromisoformat(said) if said else None


def put(data: Data, path: str, value: Any) -> None:
    """Set what stands at a path; inside of what stays as it was, nothing is set."""
    *before, last = path.split(".")
    for step in before:
        data = data.setdefault(step, {})
        if data is KEEP:
            return
    data[last] = value


def joined(data: Mapping[str, Any]) -> Data:
    """Return fields that were put one by one as their file has them: days from-to in one text, texts in a list."""
    made = {name: joined(one) if isinstance(one, Mapping) else one for name, one in data.items()}
    for name, one in data.items():
        if isinstance(one, Mapping) and one and one.keys() <= ENDS:
            made[name] = KEEP if KEEP in one.values() else interval(one) if any(one.values()) else None
    if isinstance(said := made.get(TOGETHER), Mapping):
        made[TOGETHER] = KEEP if KEEP in said.values() else _texts(said)
    return made


def _texts(said: Mapping[str, str]) -> list[Data]:
    lines = ([line.strip() for line in (said.get(language) or "").splitlines()] for language in LANGUAGES)
    rows = (dict(zip(LANGUAGES, row, strict=True)) for row in zip_longest(*lines))
    return [{language: text for language, text in row.items() if text} for row in rows if any(row.values())]
