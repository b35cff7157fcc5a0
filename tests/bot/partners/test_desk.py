"""Marking a code as used: once, whoever asks; unmarked within ten minutes by who marked it; no words for a guesser."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import func, select

from bot.insight.quarters import Quarter
from bot.partners import desk as desks
from bot.partners.codes import State
from bot.partners.desk import Seen, Wait
from bot.partners.memory import Marked, Memory
from bot.partners.patience import FREE, Patience
from bot.partners.used import used
from bot.store.partners import desk_try, redemption
from bot.upkeep import DUTIES, Means
from tests.bot.partners.conftest import KEYS, NOW, TODAY, Town

MINUTE = timedelta(minutes=1)
NUMBERS = count()


def ticket(town: Town, code: str, session: str = "mara") -> str:
    return desks.ticket(town.desk(session), town.seen(code, session=session))


def test_a_code_is_used_once_and_whoever_comes_second_hears_when(town: Town) -> None:
    code = town.take("biglietto")
    mine, theirs = ticket(town, code), ticket(town, code, "bruno's till")
    assert town.mark(mine).state is State.MARKED
    later = town.mark(theirs, session="bruno's till", now=NOW + timedelta(days=3))
    assert (later.state, later.day) == (State.USED, TODAY)
    assert town.seen(code, session="bruno's till").state is State.USED


def test_who_taps_twice_is_told_that_it_is_done(town: Town) -> None:
    mine = ticket(town, town.take("biglietto"))
    assert [town.mark(mine).state for _ in range(3)] == [State.MARKED] * 3
    assert len(town.recent()) == 1
    assert town.mark(mine, now=NOW + 11 * MINUTE).state is State.USED


def test_thirty_two_clients_use_each_code_once(town: Town) -> None:
    town.fill("carnet", *(f"C-{number}" for number in range(4)))
    given = [town.take("carnet", f"person {number}") for number in range(4)]

    tickets = {(n, code): ticket(town, code, f"till {n}") for n in range(32) for code in given}

    def race(number: int) -> list[State]:
        return [town.mark(tickets[number, code], session=f"till {number}").state for code in given]

    with ThreadPoolExecutor(32) as threads:
        states = Counter(state for found in threads.map(race, range(32)) for state in found)
    assert states == {State.MARKED: 4, State.USED: 124}
    with town.store.read() as tx:
        assert tx.execute(select(func.count()).select_from(redemption)).scalar_one() == 4


def test_within_ten_minutes_who_marked_a_code_takes_it_back(town: Town) -> None:
    code = town.take("biglietto")
    town.use(code)
    (marked,) = town.recent()
    assert (marked.offer, marked.ending, marked.until) == ("biglietto", code[-4:], NOW + 10 * MINUTE)
    assert town.seen(code).state is State.MARKED
    assert not town.undo(marked.mark, session="another till")
    back = town.undo(marked.mark, now=NOW + timedelta(minutes=9, seconds=59))
    assert back
    assert back.verdicts[0].state is State.VALID
    assert not town.undo(marked.mark), "it is taken back already"
    assert town.recent() == ()
    assert town.seen(code).state is State.VALID
    assert town.use(code, session="another till").state is State.MARKED


def test_after_ten_minutes_it_stays_used(town: Town) -> None:
    code = town.take("biglietto")
    town.use(code)
    (marked,) = town.recent()
    assert town.recent(now=NOW + 10 * MINUTE) == ()
    assert not town.undo(marked.mark, now=NOW + 10 * MINUTE)
    assert town.seen(code, now=NOW + 10 * MINUTE).state is State.USED


def test_the_newest_mark_comes_first_and_no_code_is_shown_whole(town: Town) -> None:
    town.fill("carnet", "1001", "LONGER-CODE-77")
    codes = [town.take("carnet", user) for user in ("anna", "bruno")]
    for second, code in enumerate(codes):
        town.use(code, now=NOW + timedelta(seconds=second))
    shown = {"1001": "01", "LONGER-CODE-77": "E-77"}
    assert [one.ending for one in town.recent(now=NOW + MINUTE)] == [shown[code] for code in reversed(codes)]


@pytest.mark.parametrize(
    "forged", ["", "x", "s2.", "s2.AAAA", "è" * 50, KEYS.pack("desk", "cinema"), KEYS.pack("a", "b", "c", "d", "e")]
)
def test_a_ticket_that_was_not_given_marks_nothing(town: Town, forged: str) -> None:
    assert town.mark(forged).state is State.NOT_OURS


def test_the_ticket_of_another_session_or_organization_marks_nothing(town: Town) -> None:
    mine = ticket(town, town.take("biglietto"))
    assert town.mark(mine, session="another till").state is State.NOT_OURS
    assert town.mark(mine, organization="piscina").state is State.NOT_OURS
    assert town.mark(mine).state is State.MARKED


def test_only_what_is_valid_and_of_one_person_has_a_ticket(town: Town) -> None:
    code = town.take("biglietto")
    assert ticket(town, "POPCORN-10") == ""
    assert ticket(town, "X-1") == ""
    town.use(code)
    assert ticket(town, code) == ""
    assert ticket(town, code, "another till") == ""


def test_a_code_that_ends_between_the_look_and_the_tap_is_over(town: Town) -> None:
    code = town.take("biglietto")
    last = datetime.fromisoformat("2027-12-31T22:59:00+00:00")
    mine = desks.ticket(town.desk(now=last), town.seen(code, now=last))
    assert town.mark(mine, now=last + 62 * MINUTE).state is State.EXPIRED


def wrong(town: Town, now: datetime, session: str = "mara") -> Wait | None:
    found = town.look(f"X-{next(NUMBERS)}", session=session, now=now)
    return found if isinstance(found, Wait) else None


def test_waits_are_of_a_session_and_outlive_the_process(town: Town) -> None:
    for _ in range(FREE + 1):
        wrong(town, NOW)
    town.store.engine.dispose()
    asked_again = wrong(town, NOW)
    assert asked_again
    assert asked_again == wrong(town, NOW + timedelta(seconds=4)), "asking meanwhile makes it no longer"
    assert wrong(town, NOW, "another till") is None


def test_a_right_code_in_between_makes_the_next_slips_free_again(town: Town) -> None:
    code = town.take("biglietto")
    for _ in range(4):
        for _ in range(FREE):
            assert wrong(town, NOW) is None
        assert town.seen(code).state is State.VALID


def test_a_tap_on_used_needs_no_patience(town: Town) -> None:
    mine = ticket(town, town.take("biglietto"))
    for _ in range(FREE + 1):
        wrong(town, NOW)
    assert wrong(town, NOW)
    assert town.mark(mine).state is State.MARKED


def test_wrong_tries_at_once_are_all_counted(town: Town) -> None:
    with ThreadPoolExecutor(16) as threads:
        found = list(threads.map(lambda _: wrong(town, NOW), range(64)))
    assert sum(one is None for one in found) == FREE + 1


def test_a_session_is_forgotten_two_days_after_its_last_code(town: Town) -> None:
    town.publish()
    wrong(town, NOW)
    wrong(town, NOW + timedelta(days=2), "another till")
    duty = next(duty for duty in DUTIES if duty.what == "sessions at desks")
    means = Means(town.store, KEYS)
    counts = [duty.does(means, NOW + timedelta(days=days), duty.kept or timedelta()) for days in (1, 2, 3, 5)]
    assert counts == [0, 0, 1, 1]


def test_the_figures_say_how_many_codes_of_each_offer_were_used(town: Town) -> None:
    town.publish()
    for user in ("anna", "bruno", "carla"):
        town.use(town.take("biglietto", user))
    town.use(town.take("vasca"), organization="piscina")
    town.use(town.take("biglietto", "dino"), now=datetime.fromisoformat("2027-02-01T09:00:00+00:00"))
    town.offers["cinema"] = ()
    town.publish()
    with town.store.read() as tx:
        ask = KEYS, town.catalogue
        assert used(tx, *ask, "cinema", Quarter(2026, 4)) == {"biglietto": 3}
        assert used(tx, *ask, "cinema") == {"biglietto": 4}
        assert used(tx, *ask, "piscina") == {"vasca": 1}
        assert used(tx, *ask, "nessuno") == {}


def test_no_row_says_a_code_an_offer_a_day_or_a_session(town: Town) -> None:
    code = town.take("biglietto")
    town.use(code)
    wrong(town, NOW)
    with town.store.read() as tx:
        said = str([row for table in (redemption, desk_try) for row in tx.execute(select(table))])
    assert not [word for word in (code, "biglietto", "2026", "mara", "cinema") if word in said]


def test_how_much_is_remembered_has_a_bound(town: Town) -> None:
    held = Memory(Patience(TODAY))
    for number in range(300):
        held = held.with_mark(Marked(str(number), "biglietto", "CODE-1234", NOW)).with_look((), NOW)
    assert (len(held.marked), len(held.looked)) == (30, 5)
    assert (held.marked[0].mark, held.looked[0].number) == ("299", 300)


def test_the_same_wrong_code_again_costs_nothing(town: Town) -> None:
    for _ in range(3 * FREE):
        assert isinstance(town.look("X-1"), Seen)


def test_what_was_looked_at_can_be_shown_again_as_it_is_then(town: Town) -> None:
    code = town.take("biglietto")
    first, second = town.look(code), town.look("X-1")
    assert isinstance(first, Seen)
    assert isinstance(second, Seen)
    assert town.again(first.number) == first
    assert town.again(second.number) == second
    town.mark(desks.ticket(town.desk(), first.verdicts[0]))
    shown = town.again(first.number)
    assert shown
    assert shown.verdicts[0].state is State.MARKED
    assert town.again(first.number, session="another till") is None
    assert town.again(first.number, now=NOW + 10 * MINUTE) is None
    assert town.again(7) is None
