"""What somebody knows of a quarter who has all its published reports, from the ledger alone: its people are gone."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.catalogue.catalogue import Catalogue
from bot.insight.attacker import Knowledge
from bot.insight.counting import shape
from bot.insight.ledger import Report
from bot.insight.quarters import Quarter
from bot.insight.suppression import Told, knowledge, widths
from bot.insight.tables import Cell, Cover, Layout, Shape, limits_of, quarter_covers, sums_of, wholes_of


@dataclass(frozen=True)
class ToldQuarter:
    """`least_width` is what every hidden cell keeps: no figure of an evaluation may take of it."""

    quarter: Quarter
    whole: bool  # no day of it lies outside of the evaluation
    known: Knowledge
    least_width: Mapping[Cell, float]


def told_quarter(quarter: Quarter, reports: Iterable[Report], catalogue: Catalogue, *, whole: bool) -> ToldQuarter:
    """Return what is known of a quarter."""
    listed = list(reports)
    return told_of(quarter, listed, _shape(quarter, listed, catalogue), whole=whole)


def told_of(quarter: Quarter, listed: Sequence[Report], then: Shape, *, whole: bool) -> ToldQuarter:
    """Return what is known of a quarter of which everybody knows the shape."""
    figures = {
        Cell(one.kind, one.id, table, row): people
        for one in listed
        for table, rows in one.tables.items()
        for row, people in rows.items()
    }
    sides = {cell: side for one in listed for cell, side in one.sides.items()}
    layout = _layout(figures, sides, then)
    told = Told(frozenset(cell for cell, people in figures.items() if people is not None), *_sides(sides))
    known = knowledge(layout, told)
    return ToldQuarter(quarter, whole, known, widths(layout, told, known))


def _sides(sides: Mapping[Cell, str]) -> tuple[frozenset[Cell], frozenset[Cell]]:
    low, high = (frozenset(cell for cell, of in sides.items() if of == side) for side in ("low", "high"))
    return low, high


def _shape(quarter: Quarter, reports: Collection[Report], catalogue: Catalogue) -> Shape:
    """Return the rows that the reports had then, and who was a member."""
    now = shape(catalogue, quarter)
    network = next((one.tables for one in reports if one.kind == "network"), {})
    services = {
        service: (one.id, now.services.get(service, ("", ()))[1])
        for one in reports
        if one.kind == "organization"
        for service in one.tables.get("shown", {})
    }
    alone = {one.id: None for one in reports if one.kind == "company"}
    grouped = {company: None for one in reports for company in one.companies}
    areas, towns = tuple(network.get("need", ())), tuple(network.get("town", ()))
    return Shape(areas, towns, services, {**alone, **grouped, **now.companies})


def _layout(figures: Mapping[Cell, int | None], sides: Mapping[Cell, str], then: Shape) -> Layout:
    """Return the cells with what stands for the truth: a figure, or on which side a hidden one is."""
    alone = {cell.id for cell in figures if cell.kind == "company"}
    small = set(then.companies) - alone
    rows = [(table, value) for table, values in then.rows.items() for value in values]
    mine = [Cell("company", company, table, value) for company in then.companies for table, value in rows]
    sums = dict(sums_of(mine, small))
    cells = {*mine, *sums, *figures}
    truth = {cell: _truth(cell, figures.get(cell), sides.get(cell)) for cell in cells}
    staff = {
        company: known
        for company, known in then.companies.items()
        if known and known >= (figures.get(Cell("company", company, "reached")) or 0)
    }
    limits = limits_of([*mine, *sums, *figures], sums, staff, small)
    there = [cover for cover in quarter_covers(then) if cover[0] in cells]  # older reports have fewer tables
    covers = [cover for cover in there if _may_be(cover, figures)]
    return Layout(truth, sums, covers, frozenset(figures), limits, wholes_of(cells))


def _truth(cell: Cell, figure: int | None, side: str | None) -> int:
    if figure is not None:
        return figure
    return 0 if side == "low" else cell.fewest


def _may_be(cover: Cover, figures: Mapping[Cell, int | None]) -> bool:
    """Leave out a relation that told figures break: a service had left the catalogue then."""
    most = [figures.get(cell) for cell in cover[1]]
    least = figures.get(cover[0])
    return least is None or any(one is None for one in most) or least <= sum(filter(None, most))
