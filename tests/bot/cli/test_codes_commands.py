"""`kmzero codes`: a hundred thousand at once, bad lines listed, all or nothing; one that was given comes back."""

import re
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, insert

from bot.store.engine import open_store
from bot.store.tables import pool_code, voucher
from tests.bot.cli.conftest import Run
from tests.cast import NOON

OFFER = "dieci-film-carnet"


def test_a_hundred_thousand_codes_come_in_at_once(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("\n".join(f"N-{number:06}" for number in range(100_000)), encoding="utf-8")
    assert run("codes", "import", OFFER, str(file)) == 0
    assert "100000 new codes, 0 were there already" in capsys.readouterr().out


def test_bad_lines_stop_it_all_unless_they_are_to_be_skipped(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("N-1\nN-1\nN 2!\nN-3\n", encoding="utf-8")
    assert run("codes", "import", OFFER, str(file)) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.rpartition("codes.csv")[2][:3] for line in told.err.splitlines()] == [":2:", ":3:"]
    assert run("codes", "import", OFFER, str(file), "--skip-bad") == 0
    assert "2 new codes, 0 were there already, 2 bad lines left out" in capsys.readouterr().out


def given(database: Path, offer: str, code: str, expires: str | None = "2099-12-31", user: str = "anna") -> None:
    """Write a voucher as a claim would have, for whoever `user` is."""
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        row = {"offer": offer, "mark": user, "turn": 1, "code": code, "claimed_at": NOON}
        last = date.fromisoformat(expires) if expires else None
        number = tx.execute(insert(voucher).values(**row, expires_on=last).returning(voucher.c.id)).scalar_one()
        if offer == OFFER:
            tx.execute(insert(pool_code).values(offer=offer, code=code, voucher=number, imported_at=NOON))
    store.close()


def test_a_code_given_by_mistake_is_free_again_and_the_log_says_so(
    run: Run, database: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    given(database, OFFER, "N-100234")
    assert run("codes", "status") == 0
    before = capsys.readouterr().out
    assert run("codes", "release", " N-100234") == 0
    assert capsys.readouterr().out == f"{OFFER}: N-100234 was given back\n"
    assert f"{OFFER}: a code was given back by hand" in caplog.text
    assert "0234" not in caplog.text, "no sign of the code beside what it is for"
    run("codes", "status")
    free = re.compile(rf"{OFFER}\t(\d+) free of (\d+)")
    assert int(free.findall(capsys.readouterr().out)[0][0]) == int(free.findall(before)[0][0]) + 1


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        ([], "N-1: nobody holds this code"),
        ([("a", "N-1"), ("b", "N-1")], "there is one of each of a, b; say which with --offer"),
        ([("a", "N-1", None, "anna"), ("a", "N-1", None, "bruno")], "2 people share this code of a"),
        ([("a", "N-1", "2026-01-31")], "expired on 2026-01-31"),
    ],
)
def test_what_cannot_be_given_back_is_refused_with_its_reason(
    run: Run,
    database: Path,
    capsys: pytest.CaptureFixture[str],
    codes: list[tuple[str, ...]],
    reason: str,
) -> None:
    for one in codes:
        given(database, *one)
    assert run("codes", "release", "N-1") == 2
    assert reason in capsys.readouterr().err


def test_the_offer_tells_two_equal_codes_apart(run: Run, database: Path) -> None:
    given(database, "a", "N-1")
    given(database, "b", "N-1")
    assert run("codes", "release", "N-1", "--offer", "b") == 0
    assert run("codes", "release", "N-1") == 0
    assert run("codes", "release", "N-1") == 2


def test_a_pool_of_few_codes_is_said_when_it_is_filled_and_counted(
    run: Run, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        tx.execute(delete(pool_code).where(pool_code.c.offer == OFFER))
    store.close()
    run("codes", "status")
    told = capsys.readouterr()
    assert f"{OFFER}\t0 free of 0\n" in told.out
    assert told.err == ""
    for count, said in ((1, "1 code in all"), (9, "9 codes in all"), (10, "")):
        file = tmp_path / "codes.csv"
        file.write_text("\n".join(f"N-{number}" for number in range(count)), encoding="utf-8")
        assert run("codes", "import", OFFER, str(file)) == 0
        imported = capsys.readouterr().err
        assert run("codes", "status") == 0
        counted = capsys.readouterr()
        assert f"{OFFER}\t{count} free of {count}\n" in counted.out
        assert imported == counted.err
        assert (f"{OFFER}: {said}" in imported) if said else not imported
        assert len(imported.splitlines()) == bool(said)
