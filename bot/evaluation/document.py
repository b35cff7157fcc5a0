"""What a document is made of, whatever it is drawn as: sections with sentences, tables, and figures with their ids."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.catalogue.prices import money
from bot.catalogue.text import Language
from bot.evaluation.shares import Share
from bot.evaluation.wording import say

Unit = Literal["people", "percent", "organizations", "euro"]


@dataclass(frozen=True)
class Figure:
    """One figure, None where it is hidden. `low` and `high` are what it can be, `base` is what it is a part of."""

    id: str
    unit: Unit
    value: int | Decimal | None
    base: int | None = None
    low: int | Decimal | None = None
    high: int | Decimal | None = None

    def said(self, language: Language) -> str:
        """Return the figure as it stands in the text."""
        if self.value is None:
            return say("hidden", language)
        told = _in_unit(self.value, self.unit, language)
        return told if self.low is None or self.high is None else f"{told} ({self.range(language)})"

    def range(self, language: Language) -> str:
        """Return what it can be, without the percent sign: that stands beside the figure."""
        if self.unit == "euro" and self.low is not None and self.high is not None:
            return f"{money(Decimal(self.low), language)} – {money(Decimal(self.high), language)}"
        return f"{self.low}–{self.high}"


def of_share(name: str, share: Share | None, base: int | None = None) -> Figure:
    """Return a share as a figure."""
    if share is None:
        return Figure(name, "percent", None)
    return Figure(name, "percent", share.percent, base, share.low, share.high)


def promised(name: str, share: float) -> Figure:
    """Return what was promised, in percent."""
    return Figure(name, "percent", int(share) if share == int(share) else Decimal(str(share)))


@dataclass(frozen=True)
class Row:
    """A line of a table; `beside` is a shorter name, beside its bar."""

    name: str
    cells: tuple[Figure | str, ...]
    beside: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under a head, whose first word is over the names. `bars` is the column that is drawn too."""

    id: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str = ""
    bars: int | None = None


@dataclass(frozen=True)
class Section:
    """`about` stands before the tables, `points` are a list, `note` comes after all."""

    id: str
    title: str
    about: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    note: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(filter(None, (*self.about, *self.points, self.note)))


@dataclass(frozen=True)
class Document:
    """All that is said to one reader in one language. A tile is a figure on its own with a few words."""

    name: str  # of its files, without an ending
    language: Language
    title: str
    owner: str
    days: str
    lead: str
    tiles: tuple[tuple[Figure, str], ...]
    sections: tuple[Section, ...]

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Yield every figure with its name in words, in an order that all languages share."""
        yield from ((words, figure) for figure, words in self.tiles)
        for section in self.sections:
            for table in section.tables:
                for row in table.rows:
                    named = [(head, cell) for head, cell in zip(table.head[1:], row.cells, strict=True)]
                    parts = filter(None, (section.title, table.title, row.name))
                    where = " · ".join(parts)
                    yield from ((f"{where} · {head}", cell) for head, cell in named if isinstance(cell, Figure))


def _in_unit(value: int | Decimal, unit: Unit, language: Language) -> str:
    if unit == "euro":
        return money(Decimal(value), language)
    number = str(value).replace(".", ",") if language == "it" else str(value)
    return number + {"it": " %", "en": "%"}[language] if unit == "percent" else number
