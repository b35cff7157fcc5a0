"""What an evaluation may tell beside the reports of its quarters: what is hidden in either stays so."""

from collections.abc import Mapping

import pytest

from bot.evaluation import figures
from bot.evaluation.together import suppress_together
from bot.insight.quarters import Quarter
from bot.insight.suppression import Told, suppress
from bot.insight.tables import Cell, Counts, Shape
from tests.soak.evaluation_attacked import attack, evaluations_attacked, publish
from tests.soak.ledger import Ledger

AREAS = {"care": "care"}


def world(quarters: list[Counts], whole: Counts, companies: Mapping[str, int | None]) -> tuple[Told, Told]:
    """Return what is told of an evaluation with its quarters' reports, and what would be without them."""
    shape = Shape(("care",), ("carpi",), {"help": ("aid", ("care",))}, companies)
    before = [publish(shape, counts, Quarter(2027, n))[1] for n, counts in enumerate(quarters, start=1)]
    layout = figures.lay_out(
        whole, figures.Shape(("care",), {"help": ("aid", ("care",))}, companies, {"again": ("yes", "no")})
    )
    return suppress_together(layout, before, AREAS), suppress(layout)


def reached(people: Mapping[str, int]) -> Counts:
    return {(company, "reached", ""): number for company, number in people.items()}


def test_a_company_too_small_for_reports_is_not_given_away_by_the_sum_of_its_quarters() -> None:
    """48 people, 24 in each of two quarters and nobody in both: 50 told would say that both hidden figures are 24."""
    quarters = [reached({"acme": 24, "emca": 60}), reached({"acme": 24, "emca": 60})]
    together, without = world(quarters, reached({"acme": 48, "emca": 100}), {"acme": 200, "emca": 200})
    mine = Cell("company", "acme", "reached")
    assert mine in without.shown
    assert mine not in together.shown
    assert Cell("company", "emca", "reached") in together.shown


@pytest.mark.parametrize(
    ("chain", "told"),
    [
        ((24, 20, 15, 12), ()),  # no page of its own
        ((25, 9, 9, 9), ("reached",)),
        ((60, 10, 10, 10), ("reached", "asked", "contacted", "helped")),
        ((60, 51, 20, 9), ("reached", "contacted")),  # nine were not asked: nearly all were
        ((197, 50, 20, 10), ("asked", "contacted", "helped")),  # nearly the whole staff
        ((30, 100, 0, 0), ("reached",)),  # who was asked was reached, whatever was noted
    ],
)
def test_the_rules_are_those_of_the_reports(chain: tuple[int, ...], told: tuple[str, ...]) -> None:
    counts = {("acme", kind, ""): people for kind, people in zip(figures.CHAIN, chain, strict=True)}
    found, _ = world([], {**counts, ("emca", "reached", ""): 300}, {"acme": 200, "emca": 900})
    assert {cell.table for cell in found.shown if cell.id == "acme"} == set(told)


def test_an_erasure_that_makes_the_reports_and_the_evaluation_contradict_each_other_stops_nothing() -> None:
    together, without = world([reached({"acme": 60})], reached({"acme": 30}), {"acme": 200})
    assert together == without


def test_an_area_and_the_pages_of_organizations_give_no_small_service_away() -> None:
    """28 helped of an area are told as 30: who sees 20 beside them knows that the hidden service has six at least."""
    services = {"help": ("aid", ("care",)), "walk": ("feet", ("care",)), "roof": ("home", ("house",))}
    chains = {"help": (60, 50, 20), "walk": (60, 50, 8), "roof": (100, 90, 60)}
    counts = {
        ("", f"{step}-of", name): n
        for name, ns in chains.items()
        for step, n in zip(figures.BY_SERVICE, ns, strict=True)
    }
    areas = {"care": (150, 120, 115, 95, 28), "house": (150, 100, 95, 90, 60)}
    counts |= {
        ("", f"{step}-in", name): n for name, ns in areas.items() for step, n in zip(figures.BY_AREA, ns, strict=True)
    }
    counts |= {("acme", step, ""): n for step, n in zip(figures.CHAIN, (400, 200, 170, 80), strict=True)}
    counts |= {("", step, ""): n for step, n in (("understood", 380), ("took", 300), ("answered", 180))}
    layout = figures.lay_out(counts, figures.Shape(("care", "house"), services, {"acme": None}, {}))
    shown = suppress(layout).shown
    small = Cell("organization", "feet", "helped-of", "walk")
    assert small not in shown
    assert not {Cell("organization", "aid", "helped-of", "help"), figures.network("helped-in", "care")} <= shown


@pytest.mark.parametrize(("seed", "companies", "quarters"), [(2, 5, 2), (11, 2, 4)])
def test_a_third_attacker_with_one_program_over_everything_finds_nothing(
    seed: int, companies: int, quarters: int
) -> None:
    found = attack(seed, companies, quarters, most=12)
    assert found.attacked > 10
    assert (found.narrow, found.recovered) == (0, 0)


def test_the_scenario_of_the_soak_small() -> None:
    ledger = Ledger()
    evaluations_attacked(ledger, companies=5, quarters=1, processes=1)
    assert ledger.holds, ledger.lines
