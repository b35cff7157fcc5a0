"""What may be told of a quarter: small figures hidden, sums hidden that would give them away; three attackers."""

import random
from collections import defaultdict
from collections.abc import Iterable
from itertools import product

import pytest

from bot.insight import suppression
from bot.insight.suppression import figures, first_look, suppress
from bot.insight.tables import Cell, Counts, Layout, Shape, lay_out, rounded
from tests.soak.invented_quarters import network, quarter
from tests.soak.ledger import Ledger
from tests.soak.reports_attacked import all_attacked, attack

Told = dict[Cell, int | None]


def shape(companies: dict[str, int | None], **more: object) -> Shape:
    parts = {"areas": ("anziani",), "towns": ("carpi",), "services": {}} | more
    return Shape(companies=companies, **parts)  # type: ignore[arg-type]  # the parts of a shape


def told(counts: Counts, known: Shape) -> Told:
    layout = lay_out(counts, known)
    return dict(figures(layout, suppress(layout)))


def company(name: str, table: str, value: str = "") -> Cell:
    return Cell("company", name, table, value)


@pytest.mark.parametrize(
    ("people", "figure"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (10, 10), (12, 10), (13, 15), (98, 100)]
)
def test_figures_are_rounded_to_five(people: int, figure: int) -> None:
    assert rounded(people) == figure


@pytest.mark.parametrize(
    ("table", "value", "people", "figure"),
    [
        ("need", "anziani", 9, None),
        ("need", "anziani", 10, 10),
        ("need", "anziani", 90, 90),
        ("need", "anziani", 91, None),  # nine of a hundred did not: nearly everybody did
        ("unmet", "anziani", 9, None),
        ("town", "carpi", 4, None),
        ("town", "carpi", 5, 5),
        ("town", "carpi", 96, None),
        ("place", "canteen", 4, None),
        ("place", "canteen", 98, 100),
        ("taken", "", 9, None),
        ("taken", "", 33, 35),
    ],
)
def test_a_figure_is_neither_of_a_few_nor_of_nearly_all(
    table: str, value: str, people: int, figure: int | None
) -> None:
    counts = {("acme", "reached", ""): 100, ("acme", "need", "anziani"): 100, ("acme", table, value): people}
    assert told(counts, shape({"acme": 200}))[company("acme", table, value)] == figure


def test_nobody_is_told_that_nearly_all_the_staff_wrote() -> None:
    assert told({("acme", "reached", ""): 38}, shape({"acme": 40}))[company("acme", "reached")] is None
    assert told({("acme", "reached", ""): 35}, shape({"acme": 40}))[company("acme", "reached")] == 35


def test_a_staff_number_that_is_too_old_does_not_stop_a_report() -> None:
    assert told({("acme", "reached", ""): 50}, shape({"acme": 40}))[company("acme", "reached")] == 50


@pytest.mark.parametrize("active", [0, 1, 24])
def test_a_company_with_fewer_than_25_active_people_has_no_report_of_its_own(active: int) -> None:
    counts = {("acme", "reached", ""): active, ("acme", "need", "anziani"): active}
    assert not [cell for cell in told(counts, shape({"acme": 30})) if cell.kind in ("company", "group")]


def test_small_companies_are_told_together_but_never_one_of_them_alone() -> None:
    pair = {("acme", "reached", ""): 20, ("emca", "reached", ""): 20}
    assert told(pair, shape({"acme": 60, "emca": 60}))[Cell("group", "small", "reached")] == 40
    one = {("acme", "reached", ""): 24, ("emca", "reached", ""): 4}
    assert not [cell for cell in told(one, shape({"acme": 60, "emca": 60})) if cell.kind == "group"]


def test_a_sum_is_not_told_beside_the_one_figure_that_it_would_give_away() -> None:
    counts = {("a", "reached", ""): 60, ("b", "reached", ""): 60, ("a", "need", "anziani"): 22}
    many: dict[str, int | None] = {"a": 200, "b": 200}
    for hidden in range(10):
        found = told(counts | {("b", "need", "anziani"): hidden}, shape(many))
        assert found[Cell("network", "network", "need", "anziani")] is None
        assert found[company("a", "need", "anziani")] == 20


def test_no_table_has_a_row_of_totals_and_hidden_rows_do_not_depend_on_people() -> None:
    known = shape({"acme": 200}, areas=("anziani", "tutele"))
    few, none = ({("acme", "reached", ""): 60, ("acme", "need", "anziani"): people} for people in (9, 0))
    assert told(few, known) == told(none, known)
    assert not [
        cell for cell in told(few, known) if cell.table in ("need", "town", "unmet", "place") and not cell.value
    ]


def worlds(domains: list[Iterable[int]]) -> dict[tuple[tuple[Cell, int | None], ...], list[tuple[int, ...]]]:
    """Publish every world of a tiny network; return for each publication the worlds that lead to it."""
    found = defaultdict(list)
    names = [f"c{number}" for number in range(len(domains))]
    known = Shape(("anziani",), (), {}, dict.fromkeys(names, 200))
    for people in product(*domains):
        counts = {(name, "reached", ""): 60 for name in names}
        counts |= {(name, "need", "anziani"): each for name, each in zip(names, people, strict=True)}
        found[tuple(told(counts, known).items())].append(people)
    return found


def test_somebody_who_knows_the_program_and_tries_every_world_learns_no_more_than_fewer_than_ten() -> None:
    domain = [*range(10), 12]
    for publication, fitting in worlds([domain, domain]).items():
        shown = {cell.id for cell, people in publication if people is not None and cell.table == "need"}
        for number in range(2):
            if f"c{number}" not in shown:
                assert {people[number] for people in fitting} == set(range(10))


@pytest.mark.parametrize(("seed", "companies"), [(11, 2), (12, 3), (13, 5)])
def test_a_second_attacker_finds_nothing_in_random_networks(seed: int, companies: int) -> None:
    attacked, narrow, recovered, figures_told = attack(seed, companies, 2, slowly=[0])
    assert attacked > 100
    assert figures_told > 10
    assert (narrow, recovered) == (0, 0)


@pytest.mark.parametrize("seed", [24])  # once the publisher's attacker lost a row on the way; `make attack` has more
def test_two_companies_of_which_one_is_small(seed: int) -> None:
    assert attack(seed, 2, 6)[1:3] == (0, 0)


def test_the_second_attacker_would_find_what_the_first_look_leaves_open() -> None:
    found = [attack(seed, 3, 2, look=first_look) for seed in range(4)]
    assert sum(narrow for _, narrow, _, _ in found) > 0


def test_the_scenario_of_the_soak_small() -> None:
    ledger = Ledger()
    all_attacked(ledger, companies=5, quarters=1, processes=1)
    assert ledger.holds, ledger.lines


def test_a_truth_that_breaks_a_relation_is_published_all_the_same() -> None:
    """A service that has left the catalogue leaves an area with more people than its services were shown to."""
    dice = random.Random(3)
    known = network(dice, 3)
    counts = {key: people for key, people in quarter(dice, known).items() if key[1] != "shown"}
    layout: Layout = lay_out(counts, known)
    assert suppression.suppress(layout).shown
