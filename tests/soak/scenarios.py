"""Every scenario of the soak: where it plays, how large it is in full, and how large in short."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bot.assembly import House
from tests.soak.answers_killed import answers_killed
from tests.soak.claims_under_load import limits, one_pool
from tests.soak.generated_updates import generated
from tests.soak.ground import Ground, Play, in_folder, on_both, on_cluster, on_postgresql, on_sqlite, with_house
from tests.soak.guesses import guessed
from tests.soak.held_up import held_up, learned
from tests.soak.kept_model import kept_of_whom
from tests.soak.killed_publishing import killed_publishing
from tests.soak.ledger import Ledger
from tests.soak.many_workers import four_workers
from tests.soak.month_of_questions import month_of_questions
from tests.soak.mutations import mutated_files
from tests.soak.one_bot import killed_again_and_again
from tests.soak.outage import stopped_under_load
from tests.soak.pages_beside import pages_beside
from tests.soak.read_off import read_off
from tests.soak.redemptions import redeemed_at_once
from tests.soak.reports_timed import all_reports, shipped
from tests.soak.senders_killed import senders_killed
from tests.soak.tampered_callbacks import tampered
from tests.soak.three_times import three_times
from tests.soak.throughput import at_fifty_a_second, beside_a_bare_bot, beside_a_refused_chat, memory
from tests.soak.truth_covered import truth_covered
from tests.soak.voucher_model import against_a_model
from tests.soak.words_on_disk import of_postgresql, of_sqlite, words_on_disk


@dataclass(frozen=True)
class Scenario:
    """`short` and `full` are arguments of the scenario; without `full` it is as large as its own defaults.

    `short` is None where a small one says nothing: the slowest of a few messages are those of the start.
    """

    play: Play
    short: Mapping[str, float] | None
    full: Mapping[str, float] = field(default_factory=dict)

    def at(self, ground: Ground, ledger: Ledger, *, short: bool) -> None:
        size = self.short if short else self.full
        if size is not None:
            self.play(ground, ledger, **size)


def _bare(ground: Ground, ledger: Ledger, *, messages: int = 2500) -> None:
    beside_a_bare_bot({"sqlite": ground.sqlite, "postgresql": ground.cluster.fresh}, ledger, messages=messages)


_learned = cache(learned)  # once for both databases


def _held_up(url: str, ledger: Ledger, **size: Any) -> None:
    held_up(url, ledger, _learned(), **size)


def _pages(url: str, ledger: Ledger, **size: Any) -> None:
    pages_beside(url, ledger, _learned(), **size)


def _reports(url: str, ledger: Ledger) -> None:
    all_reports(url, ledger, shipped())


def _generated(house: House, ledger: Ledger, *, updates: int = 20_000) -> None:
    generated(house, ledger, updates=updates if house.store.sqlite else updates // 5)


def _tampered(house: House, ledger: Ledger, *, presses: int = 5_000) -> None:
    tampered(house, ledger, presses=presses if house.store.sqlite else presses // 5)


def words_of_both(ground: Ground, ledger: Ledger, *, kills: int = 30) -> None:
    words_on_disk(ground.cluster.fresh(), of_postgresql(ground.cluster), ledger, kills=kills)
    url = ground.sqlite()
    words_on_disk(url, of_sqlite(Path(url.removeprefix("sqlite:///")).parent), ledger, kills=kills)


def _month(ground: Ground, ledger: Ledger, *, people: int = 1_000) -> None:
    """On SQLite alone: what is asked does not hang on the kind of database."""
    month_of_questions(next(house for house in ground.houses()), ledger, people=people)


TIMED = (  # with the machine to themselves
    Scenario(on_both(one_pool), {"processes": 16, "people": 400, "codes": 100}),
    Scenario(on_both(limits), {"processes": 4, "people": 10, "uses": 10}),
    Scenario(on_both(redeemed_at_once), {"taps": 400, "clients": 16, "codes": 100}),
    Scenario(on_both(at_fifty_a_second), None),
    Scenario(_bare, {"messages": 500}),
    Scenario(on_both(_held_up), {"codes": 30_000, "rows": 20_000, "snapshot": 4}),
    Scenario(on_both(_pages), {"messages": 300, "seconds": 3, "turns": 1}),
    Scenario(on_postgresql(four_workers), {"updates": 300, "chats": 30, "twice": 50, "kills": 5}),
    Scenario(on_postgresql(senders_killed), {"messages": 120, "chats": 30, "kills": 3}),
    Scenario(on_cluster(stopped_under_load), {"seconds": 2, "before": 1}),
    Scenario(on_sqlite(beside_a_refused_chat), {"messages": 90}),
    Scenario(on_sqlite(_reports), {}),
)
UNTIMED = (  # they may use the other processor while the memory of one bot is watched
    Scenario(on_both(against_a_model), {"examples": 20, "steps": 30}),
    Scenario(with_house(_generated), {"updates": 2_000}),
    Scenario(with_house(_tampered), {"presses": 500}),
    Scenario(with_house(three_times), {"people": 12, "steps": 8}),
    # tests.soak.privacy_in_full takes as many as the targets say
    Scenario(with_house(kept_of_whom), {"examples": 8, "steps": 25}, {"examples": 60}),
    Scenario(_month, {"people": 100}),
    Scenario(with_house(read_off), {"people": 12}, {"people": 12}),
    Scenario(with_house(read_off), {"people": 40}, {"people": 60}),
    Scenario(words_of_both, {"kills": 5}),
    Scenario(in_folder(killed_again_and_again), {"messages": 40, "kills": 5, "replays": 5}),
    Scenario(in_folder(killed_publishing), {"kills": 6}),
    Scenario(with_house(answers_killed), {"people": 40, "kills": 4}),
    # the module takes as many as the targets say
    Scenario(on_sqlite(guessed), {"tries": 2_000}, {"tries": 100_000}),
    Scenario(truth_covered, {"seeds": 5}, {"seeds": 60}),  # the module takes as many as the targets say
    Scenario(in_folder(mutated_files), {"mutations": 1_000}),
)
MEMORY = Scenario(on_sqlite(memory), {"messages": 20_000})
