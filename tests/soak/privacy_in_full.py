"""`python -m tests.soak.privacy_in_full`: the privacy scenarios at the size of their targets, about half an hour."""

import logging
import sys

from tests.soak.ground import ground, with_house
from tests.soak.kept_model import kept_of_whom
from tests.soak.ledger import Ledger
from tests.soak.read_off import read_off
from tests.soak.scenarios import words_of_both


def main() -> int:
    """Kill 200 times, take 300 times 50 steps, read 12 to 900 people off, on both databases."""
    logging.disable(logging.WARNING)
    ledger = Ledger()
    with ground() as here:
        words_of_both(here, ledger, kills=200)
        with_house(kept_of_whom)(here, ledger)
        for people in (12, 60, 300, 900):
            with_house(read_off)(here, ledger, people=people)
    ledger.show()
    return 0 if ledger.holds else 1


if __name__ == "__main__":
    sys.exit(main())
