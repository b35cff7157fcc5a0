"""`python -m tests.soak.privacy_in_full`: the privacy scenarios at the size of their targets, about half an hour."""

import logging
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.databases import start_cluster, stop_cluster
from tests.soak.kept_model import kept_of_whom
from tests.soak.ledger import Ledger
from tests.soak.read_off import read_off
from tests.soak.whole_way import whole_way
from tests.soak.words_on_disk import of_postgresql, of_sqlite, words_on_disk


def main() -> int:
    """Kill 200 times, take 300 times 50 steps, read 12 to 900 people off, on both databases."""
    logging.disable(logging.WARNING)
    ledger, cluster = Ledger(), start_cluster(fast=False)
    try:
        with tempfile.TemporaryDirectory() as folder:
            words_on_disk(f"sqlite:///{folder}/kmzero.db", of_sqlite(Path(folder)), ledger)
        words_on_disk(cluster.fresh(), of_postgresql(cluster), ledger)
        whole_way(cluster, ledger, (kept_of_whom, *(partial(read_off, people=people) for people in (12, 60, 300, 900))))
    finally:
        stop_cluster(cluster)
    ledger.show()
    return 0 if ledger.holds else 1


if __name__ == "__main__":
    sys.exit(main())
