"""Models as the plain data of their files: texts, numbers, days, lists. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

ENDS = {"first", "last"}


def plain(model: BaseModel) -> dict[str, Any]:
    """Return what a file would say of a model: texts, numbers, days, lists, and days from-to as `2026-09-01/`."""
    return _plain(model.model_dump(by_alias=True, exclude_defaults=True))  # type: ignore[no-any-return]  # of a model


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        inside = {name: _plain(one) for name, one in value.items()}
        return interval(inside) if value and value.keys() <= ENDS else inside
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def interval(ends: Mapping[str, Any]) -> str:
    """Return a first and a last day in one text."""
    first, last = (_iso(ends.get(end)) for end in ("first", "last"))
    return f"{first}/{last}"


def _iso(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""
