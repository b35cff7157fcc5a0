"""`make soak`: every scenario at its full size, and one table at the end. Exit code 1 where a target is missed."""

import logging
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from tests.databases import Cluster, start_cluster, stop_cluster
from tests.soak.claims_under_load import limits, one_pool
from tests.soak.killed_publishing import killed_publishing
from tests.soak.ledger import Ledger
from tests.soak.many_workers import four_workers
from tests.soak.mutations import mutated_files
from tests.soak.one_bot import killed_again_and_again
from tests.soak.outage import stopped_under_load
from tests.soak.reports_timed import all_reports, shipped
from tests.soak.senders_killed import senders_killed
from tests.soak.throughput import at_fifty_a_second, beside_a_bare_bot, beside_a_refused_chat, memory
from tests.soak.voucher_model import against_a_model
from tests.soak.whole_way import whole_way
from tests.soak.words_on_disk import of_postgresql, of_sqlite, words_on_disk


def main() -> int:
    """Run it all, in less than twenty minutes on two cores."""
    logging.disable(logging.WARNING)  # the bot warns of what is done to it here
    ledger, cluster = Ledger(), start_cluster(fast=False)
    try:
        for scenario in (one_pool, limits, at_fifty_a_second, against_a_model):
            ledger.await_calm()
            scenario(cluster.fresh(), ledger)
            _on_sqlite(scenario, ledger)
        ledger.await_calm()
        with tempfile.TemporaryDirectory() as folder:
            files = (f"sqlite:///{folder}/{number}.db" for number in count())
            beside_a_bare_bot({"sqlite": lambda: next(files), "postgresql": cluster.fresh}, ledger)
        four_workers(cluster.fresh(), ledger)
        senders_killed(cluster.fresh(), ledger)
        ledger.await_calm()
        stopped_under_load(cluster, ledger)
        _on_sqlite(beside_a_refused_chat, ledger)
        _on_sqlite(lambda url, ledger: all_reports(url, ledger, shipped()), ledger)
        with ThreadPoolExecutor(1) as beside:  # nothing from here on is timed: it may use the other processor
            growing = beside.submit(_on_sqlite, memory, ledger)
            _untimed(cluster, ledger)
            growing.result()
    finally:
        stop_cluster(cluster)
    ledger.show()
    return 0 if ledger.holds else 1


def _untimed(cluster: Cluster, ledger: Ledger) -> None:
    whole_way(cluster, ledger)
    words_on_disk(cluster.fresh(), of_postgresql(cluster), ledger, kills=40)
    _on_sqlite(lambda url, ledger: words_on_disk(url, of_sqlite(_folder_of(url)), ledger, kills=40), ledger)
    for on_files in (killed_again_and_again, killed_publishing, mutated_files):
        with tempfile.TemporaryDirectory() as folder:
            on_files(Path(folder), ledger)


def _folder_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///")).parent


def _on_sqlite(scenario: Callable[[str, Ledger], None], ledger: Ledger) -> None:
    with tempfile.TemporaryDirectory() as folder:
        scenario(f"sqlite:///{folder}/kmzero.db", ledger)


if __name__ == "__main__":
    sys.exit(main())
