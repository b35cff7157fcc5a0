"""The limits of all questions together, over a month of invented people; the soak plays it with a thousand."""

from bot.assembly import House
from tests.soak.ledger import Ledger
from tests.soak.month_of_questions import month_of_questions


def test_in_a_month_nobody_is_nagged(house: House) -> None:
    ledger = Ledger()
    month_of_questions(house, ledger, people=60)
    assert ledger.holds, ledger.lines
