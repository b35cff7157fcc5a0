"""Needs of a folder that is no network of ours, such as a public intent benchmark: the least that can be learned from.

Ids may be any text, long or with signs ("reverted_card_payment?"); names may be missing.
"""

from typing import Any

from pydantic import Field, model_validator

from bot.catalogue.model import Area, NeedType


class LooseType(NeedType):
    """A type whose id may be any text; its name, if there is none, is the id."""

    id: str

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        return _with_name(value)


class LooseArea(Area):
    """An area of such types; only `id` and `types` must be there."""

    id: str
    types: tuple[LooseType, ...] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        return _with_name(value)


def _with_name(value: Any) -> Any:
    if isinstance(value, dict) and value.get("id") and "name" not in value:
        return {**value, "name": str(value["id"]).replace("_", " ").replace("-", " ")}
    return value
