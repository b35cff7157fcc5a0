"""Wrong codes: a few are free, then each wait is longer, a right one helps, and nobody waits for ever."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from bot.partners.patience import FREE, FREE_A_DAY, LONGEST, Patience

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TODAY = NOON.date()
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


def guesses(patience: Patience, now: datetime, until: datetime, *, right_between: bool = False) -> Iterator[timedelta]:
    """Try wrong codes without a pause; yield how long each had to wait for its turn."""
    while now < until:
        wait = patience.waits(now)
        patience = patience.on((wait or now).date())
        patience = (patience.right() if right_between else patience).wrong(wait or now)
        yield (wait or now) - now
        now = wait or now


def test_a_few_are_free_and_then_each_wait_is_longer_up_to_the_longest() -> None:
    waits = [
        wait.seconds for wait, _ in zip(guesses(Patience(TODAY), NOON, NOON + DAY), range(FREE + 11), strict=False)
    ]
    assert waits == [0] * (FREE + 1) + [5, 10, 20, 40, 80, 160, 300, 300, 300, 300]


def test_a_right_code_makes_the_next_slips_free_again() -> None:
    patience = Patience(TODAY)
    for _ in range(4):
        for _ in range(FREE):
            patience = patience.wrong(NOON)
            assert patience.waits(NOON) is None
        patience = patience.right()
    assert patience.spent == 4 * FREE


def test_one_good_code_does_not_pay_for_a_thousand_guesses_a_day() -> None:
    morning = datetime(2026, 11, 24, tzinfo=UTC)
    honest, clever = (
        sum(1 for _ in guesses(Patience(TODAY), morning, morning + DAY, right_between=way)) for way in (False, True)
    )
    a_day = DAY // LONGEST
    assert a_day <= honest <= a_day + FREE + 8
    assert a_day <= clever <= a_day + FREE_A_DAY + 8


def test_asking_meanwhile_makes_a_wait_no_longer() -> None:
    patience = Patience(TODAY, until=NOON + 30 * SECOND)
    assert patience.waits(NOON) == patience.waits(NOON + 29 * SECOND) == NOON + 30 * SECOND
    assert patience.waits(NOON + 30 * SECOND) is None


def test_a_wait_goes_on_over_midnight_and_the_new_day_begins_anew() -> None:
    late = datetime(2026, 11, 24, 23, 59, 58, tzinfo=UTC)
    tired = Patience(TODAY, streak=30, spent=90).wrong(late)
    tomorrow = tired.on(date(2026, 11, 25))
    assert tomorrow.waits(late + 3 * SECOND) == late + LONGEST
    fresh = tomorrow.wrong(late + LONGEST)
    assert (fresh.streak, fresh.spent, fresh.waits(late + LONGEST)) == (1, 1, None)


def test_nobody_is_locked_out_for_ever_not_even_by_a_clock_that_went_back() -> None:
    worst = Patience(TODAY, streak=10_000, spent=10_000).wrong(NOON)
    assert worst.waits(NOON) == NOON + LONGEST
    assert worst.waits(NOON - 400 * DAY) is None
