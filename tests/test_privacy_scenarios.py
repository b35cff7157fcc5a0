"""What docs/privacy.md promises about files and dumps, played small; `make soak-short` has all scenarios, larger."""

from pathlib import Path

from bot.assembly import House
from tests.soak.kept_model import kept_of_whom
from tests.soak.ledger import Ledger
from tests.soak.read_off import read_off
from tests.soak.words_on_disk import of_sqlite, words_on_disk


def test_what_is_kept_of_whom_is_what_a_model_says(any_house: House) -> None:
    ledger = Ledger()
    kept_of_whom(any_house, ledger, examples=8, steps=25)
    assert ledger.holds, ledger.lines


def test_no_two_columns_of_a_dump_tie_what_somebody_did_to_a_pseudonym(any_house: House) -> None:
    ledger = Ledger()
    for people in (12, 40):
        read_off(any_house, ledger, people=people)
    assert ledger.holds, ledger.lines


def test_a_bot_that_is_killed_leaves_no_word_and_no_id_in_any_file(tmp_path: Path) -> None:
    """On SQLite; the files of a server are those of all other tests too, so PostgreSQL's turn is in the soak."""
    ledger = Ledger()
    words_on_disk(f"sqlite:///{tmp_path}/kmzero.db", of_sqlite(tmp_path), ledger, kills=2)
    assert ledger.holds, ledger.lines
