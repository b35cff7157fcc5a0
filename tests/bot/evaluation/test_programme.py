"""What an evaluation promised and what was changed of it: read from the releases as they were published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.assembly import House
from bot.catalogue import releases
from bot.catalogue.evaluation import Evaluation, Target
from bot.catalogue.interval import Interval
from bot.catalogue.model import Outside
from bot.editorial import audit
from bot.evaluation import programme

START = date(2027, 1, 1)
NAME = "prova"


@dataclass(frozen=True)
class Went:
    """A release that went live so many days after the start; `back` is the place of an older one in the list."""

    days: int
    share: int | None = None
    first: date = START
    back: int | None = None
    hour: int = 11


def live(house: House, events: Sequence[Went], template: Evaluation) -> None:
    numbers: list[int] = []
    with house.store.write() as tx:
        whole = house.concierge.live.edition(tx).catalogue.release
        base = whole.model_copy(update={"areas": whole.areas[:1], "outside": Outside(), "situations": ()})
        for event in events:
            at = datetime.combine(START, datetime.min.time(), UTC) + timedelta(days=event.days, hours=event.hour)
            if event.back is not None:
                number = numbers[event.back]
                releases.go_back_to(tx, number, at)
                audit.note(tx, [audit.Deed("rollback", str(number))], role=None, release=number, now=at)
                continue
            target = Target(id="aiutati", step="helped", share=event.share or 1, source="follow-up")
            period = Interval(first=event.first, last=date(2028, 12, 31))
            update = {"id": NAME, "period": period, "targets": (target,)}
            written = template.model_copy(update=update) if event.share else None
            numbers.append(releases.add(tx, base.model_copy(update={"evaluation": written}), b"", at))


@pytest.mark.parametrize(
    ("events", "promised", "changed"),
    [
        pytest.param([Went(-30, 40)], (40, False), [], id="written in time"),
        pytest.param([Went(-30, 40), Went(-1, 50)], (50, False), [], id="the last one before the start is the promise"),
        pytest.param([Went(-30, 40), Went(3, 40)], (40, False), [], id="publishing the same again changes nothing"),
        pytest.param([Went(-30, 40), Went(3, 30)], (40, False), [(40, 30, 3)], id="changed after the start"),
        pytest.param(
            [Went(-30, 40), Went(3, 30), Went(9, 40)], (40, False), [(40, 30, 3), (30, 40, 9)], id="there and back"
        ),
        pytest.param(
            [Went(-30, 40), Went(3, 30), Went(9, back=0)], (40, False), [(40, 30, 3), (30, 40, 9)], id="a way back"
        ),
        pytest.param([Went(5, 40), Went(9, 30)], (40, True), [(40, 30, 9)], id="written late"),
        pytest.param([Went(0, 40)], (40, True), [], id="on the first day it is late"),
        pytest.param(
            [Went(-1, 40, hour=23)], (40, True), [], id="the day is the network's: 23:00 in UTC is after midnight"
        ),
        pytest.param([Went(-1, 40, hour=22)], (40, False), [], id="22:00 in UTC is 23:00"),
        pytest.param([Went(-9, 40), Went(-5), Went(-2, 50)], (50, False), [], id="away before the start"),
        pytest.param([Went(-9)], None, [], id="never written"),
    ],
)
def test_the_promise_and_what_became_of_it(
    house: House, events: list[Went], promised: tuple[int, bool] | None, changed: list[tuple[int, int, int]]
) -> None:
    written = shipped(house)
    live(house, events, written)
    with house.store.read() as tx:
        found, told = programme.history(tx, NAME), programme.changes(tx, NAME)
        assert programme.frozen(tx, NAME) == (found.frozen if found else None)
    assert ((found.frozen.targets[0].share, found.late) if found else None) == promised
    assert [(one.before.share, one.after.share, (one.day - START).days) for one in told] == changed  # type: ignore[union-attr]
    assert {one.target for one in told} <= {"aiutati"}


def test_a_period_moved_after_the_start_is_a_change_and_frees_no_target(house: House) -> None:
    later = START + timedelta(days=90)
    live(house, [Went(-9, 40), Went(3, 40, first=later), Went(5, 30, first=later)], shipped(house))
    with house.store.read() as tx:
        found = [(one.part, one.target, one.day) for one in programme.changes(tx, NAME)]
    day = START + timedelta(days=3)
    assert found == [("period", "period", day), ("targets", "aiutati", day + timedelta(days=2))]


def test_an_evaluation_that_was_taken_away_after_its_start_is_told_so(house: House) -> None:
    live(house, [Went(-9, 40), Went(3), Went(5, 40)], shipped(house))
    with house.store.read() as tx:
        found = [(one.part, one.before is None, one.after is None) for one in programme.changes(tx, NAME)]
    assert found == [("evaluation", False, True), ("evaluation", True, False)]


def test_the_forms_are_open_between_open_and_close(any_house: House) -> None:
    written, now = shipped(any_house), datetime(2026, 12, 1, tzinfo=UTC)
    standing = []
    with any_house.store.write() as tx:
        standing.append(programme.opened(tx, written.id))
        assert not programme.close_forms(tx, written.id, now)
        for _ in range(2):
            programme.open_forms(tx, written, now)
            standing.append(programme.opened(tx, written.id))
        assert programme.close_forms(tx, written.id, now)
        standing.append(programme.opened(tx, written.id))
        assert programme.open_forms(tx, written, now).closed_at == now
        standing.append(programme.opened(tx, written.id))
    assert standing == [False, True, True, False, True]


def shipped(house: House) -> Evaluation:
    with house.store.read() as tx:
        written = house.concierge.live.edition(tx).catalogue.release.evaluation
    assert written
    return written
