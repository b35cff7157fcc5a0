"""What is invented is whole: it came about as the bot counts it, and what is true of it is known."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.assembly import House
from bot.catalogue.catalogue import Catalogue
from bot.cli.bench.demo_data import play, write_truth
from bot.cli.bench.invented_outcomes import Outcomes
from bot.cli.bench.invented_programme import Programme
from bot.errors import CannotRun
from bot.evaluation import form_links, outcomes, programme
from bot.evaluation.wilson import wilson
from tests.soak.truth_covered import KINDS, TARGET, counted, covered

UNTIL = date(2026, 10, 1)


def test_an_invented_programme_has_an_evaluation_with_a_known_truth(house: House, tmp_path: Path) -> None:
    with house.store.read() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
    invented = Programme(catalogue, seed=1, months=6, until=UNTIL)
    played = play(house, invented)
    write_truth(tmp_path / "truth.json", played)
    truth = json.loads((tmp_path / "truth.json").read_text("utf-8"))
    with house.store.read() as tx:
        live = house.concierge.live.edition(tx).catalogue.release.evaluation
        history = programme.history(tx, "demo")
        forms = programme.opening(tx, "demo")
        counts = outcomes.counts(tx, house.keys, "demo")
        answered = form_links.answers(tx, house.keys, "demo", "companies")
    assert live
    assert history
    again = Outcomes(catalogue, history.frozen, seed=1)
    assert counts == counted(invented, again), "what is measured over many seeds is what is counted"
    assert (str(live.period.first), str(live.period.last)) == ("2026-04-01", "2026-09-30")
    assert [(one.target, one.day, history.late) for one in history.changes] == [("aiutati", date(2026, 7, 2), False)]
    assert forms.closed_at
    assert not forms.is_open
    assert 5 < len(answered) <= len(catalogue.companies)
    _is_a_chain(counts)
    for area, shares in truth["areas"].items():
        contacted, helped = (counts["", f"{step}-in", area] for step in ("contacted", "helped"))
        low, high = wilson(helped, contacted)
        assert low - 0.15 <= shares["helped"] <= high + 0.15, area


def _is_a_chain(counts: outcomes.Counts) -> None:
    kinds = {kind for _, kind, _ in counts}
    people = {kind: sum(n for (_, one, value), n in counts.items() if (one, value) == (kind, "")) for kind in kinds}
    assert people["reached"] >= people["understood"] >= people["took"] >= people["asked"] >= people["answered"]
    assert people["answered"] >= people["contacted"] >= people["helped"] > 20
    assert kinds >= {"reason", "why", "offered", "form", "gap", "took-in", "asked-of", "contacted-of", "helped-of"}
    assert {bool(company) for company, kind, _ in counts if kind in outcomes.OF_COMPANIES} == {True}


def test_a_network_without_an_evaluation_has_none_invented(house: House, tmp_path: Path) -> None:
    with house.store.read() as tx:
        release = house.concierge.live.edition(tx).catalogue.release
    catalogue = Catalogue(1, release.model_copy(update={"evaluation": None}))
    played = play(house, Programme(catalogue, seed=1, months=1, until=UNTIL))
    assert played.people
    assert played.outcomes is None
    write_truth(tmp_path / "truth.json", played)
    assert json.loads((tmp_path / "truth.json").read_text("utf-8")) == {}
    with pytest.raises(CannotRun, match="No such file"):
        write_truth(tmp_path / "none" / "truth.json", played)


def test_what_is_true_lies_inside_the_intervals_that_are_printed(catalogue: Catalogue) -> None:
    """`python -m tests.soak.truth_covered` does it with 200 seeds."""
    found = covered(2, catalogue)
    inside, whole = (sum(n for (kind, held), n in found.items() if kind in KINDS and held >= least) for least in (1, 0))
    assert whole > 100
    assert inside / whole >= TARGET
