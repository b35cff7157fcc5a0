"""`make soak`: every scenario at its full size, and one table at the end. Exit code 1 where a target is missed.

`make soak-short` plays them too, smaller: it is what every change has to pass.
"""

import logging
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.soak.ground import ground
from tests.soak.ledger import Ledger
from tests.soak.scenarios import MEMORY, TIMED, UNTIMED


def main(*, short: bool) -> int:
    """Run it all: on two quiet cores in less than twenty minutes, or in less than six."""
    logging.disable(logging.WARNING)  # the bot warns of what is done to it here
    ledger = Ledger()
    with ground() as here:
        for scenario in TIMED:
            if not short:
                ledger.await_calm()
            scenario.at(here, ledger, short=short)
        with ThreadPoolExecutor(1) as beside:
            growing = beside.submit(MEMORY.at, here, ledger, short=short)
            for scenario in UNTIMED:
                scenario.at(here, ledger, short=short)
            growing.result()
    ledger.show()
    return 0 if ledger.holds else 1


if __name__ == "__main__":
    sys.exit(main(short="--short" in sys.argv[1:]))
