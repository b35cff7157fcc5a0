"""The scenarios of the soak, small: `make soak` has them at full size."""

from pathlib import Path

import pytest

from bot.assembly import House
from bot.catalogue.catalogue import Catalogue
from tests.databases import Cluster
from tests.soak.claims_under_load import limits
from tests.soak.feed import Load
from tests.soak.generated_updates import generated
from tests.soak.kept_model import kept_of_whom
from tests.soak.killed_publishing import killed_publishing
from tests.soak.ledger import Ledger
from tests.soak.many_workers import four_workers
from tests.soak.mutations import mutated_files
from tests.soak.one_bot import killed_again_and_again
from tests.soak.outage import stopped_under_load
from tests.soak.read_off import read_off
from tests.soak.reports_timed import all_reports
from tests.soak.senders_killed import senders_killed
from tests.soak.tampered_callbacks import tampered
from tests.soak.three_times import three_times
from tests.soak.throughput import beside_a_refused_chat, measured
from tests.soak.voucher_model import against_a_model
from tests.soak.words_on_disk import of_postgresql, of_sqlite, words_on_disk


def test_limits_hold_when_processes_ask_at_once(database_url: str) -> None:
    ledger = Ledger()
    limits(database_url, ledger, processes=3, people=5, uses=5)
    assert ledger.holds, ledger.lines


def test_four_workers_that_are_killed_answer_everything_once_and_in_order(postgresql: Cluster) -> None:
    ledger = Ledger()
    four_workers(postgresql.fresh(), ledger, updates=120, chats=12, twice=20, kills=3)
    assert ledger.holds, ledger.lines


def test_when_the_sender_that_leads_is_killed_another_goes_on_in_order(postgresql: Cluster) -> None:
    ledger = Ledger()
    senders_killed(postgresql.fresh(), ledger, messages=32, chats=16, kills=2)
    assert ledger.holds, ledger.lines


def test_a_bot_that_is_killed_loses_nothing_and_gives_no_second_code(tmp_path: Path) -> None:
    ledger = Ledger()
    killed_again_and_again(tmp_path, ledger, messages=20, kills=2, replays=2)
    assert ledger.holds, ledger.lines


def test_while_postgresql_is_away_updates_wait_at_telegram(postgresql: Cluster) -> None:
    ledger = Ledger()
    stopped_under_load(postgresql, ledger, seconds=1, a_second=10, before=1)
    assert ledger.holds, ledger.lines


def test_a_chat_that_telegram_refuses_holds_up_no_other(tmp_path: Path) -> None:
    ledger = Ledger()
    beside_a_refused_chat(f"sqlite:///{tmp_path}/kmzero.db", ledger, messages=30)
    assert ledger.holds, ledger.lines


def test_everything_that_is_said_over_http_is_answered(database_url: str) -> None:
    """How fast is for `make soak` to say: other programs may be busy beside the tests."""
    assert len(measured(database_url, Load(150, 20), "quick").outcome.seconds) == 150


def test_updates_of_every_kind_and_of_no_kind_are_done_or_a_dead_letter(any_house: House) -> None:
    ledger = Ledger()
    generated(any_house, ledger, updates=200)
    assert ledger.holds, ledger.lines


def test_presses_that_nobody_was_shown_have_no_effect(any_house: House) -> None:
    ledger = Ledger()
    tampered(any_house, ledger, presses=300)
    assert ledger.holds, ledger.lines


def test_a_day_brought_three_times_in_a_jumble_ends_as_it_does_once(any_house: House) -> None:
    ledger = Ledger()
    three_times(any_house, ledger, people=6, steps=8)
    assert ledger.holds, ledger.lines


def test_vouchers_are_as_the_model_says_after_every_step(database_url: str) -> None:
    ledger = Ledger()
    against_a_model(database_url, ledger, examples=12, steps=20)
    assert ledger.holds, ledger.lines


def test_a_quarter_gives_a_report_to_every_company(tmp_path: Path, catalogue: Catalogue) -> None:
    ledger = Ledger(busy=True)  # its seconds are judged by `make soak`
    all_reports(f"sqlite:///{tmp_path / 'kmzero.db'}", ledger, catalogue, rows=100_000)
    assert ", 56 files, " in ledger.lines[0][1], "thirteen companies and the network, four files each"


def test_a_publish_that_is_killed_leaves_the_old_release_or_the_new_one(tmp_path: Path) -> None:
    ledger = Ledger()
    killed_publishing(tmp_path, ledger, kills=2)
    assert ledger.holds, ledger.lines


def test_whatever_bytes_are_in_a_file_a_check_ends_with_problems_or_none(tmp_path: Path) -> None:
    ledger = Ledger()
    mutated_files(tmp_path, ledger, mutations=200)
    assert ledger.holds, ledger.lines


def test_what_is_kept_of_whom_is_what_a_model_says(any_house: House) -> None:
    ledger = Ledger()
    kept_of_whom(any_house, ledger, examples=8, steps=25)
    assert ledger.holds, ledger.lines


def test_no_two_columns_of_a_dump_tie_what_somebody_did_to_a_pseudonym(any_house: House) -> None:
    ledger = Ledger()
    for people in (12, 40):
        read_off(any_house, ledger, people=people)
    assert ledger.holds, ledger.lines


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_bot_that_is_killed_leaves_no_word_and_no_id_in_any_file(
    kind: str, tmp_path: Path, postgresql: Cluster
) -> None:
    ledger = Ledger()
    if kind == "sqlite":
        words_on_disk(f"sqlite:///{tmp_path}/kmzero.db", of_sqlite(tmp_path), ledger, kills=2)
    else:
        words_on_disk(postgresql.fresh(), of_postgresql(postgresql), ledger, kills=2)
    assert ledger.holds, ledger.lines
