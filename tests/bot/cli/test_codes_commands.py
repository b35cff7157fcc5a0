"""`kmzero codes`: what a file was understood as, a yes, all or nothing; imports undone; a code that comes back."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from bot.store.engine import open_store
from bot.store.tables import code_import, pool_code, voucher
from tests.bot.cli.conftest import Run
from tests.cast import NOON

OFFER = "dieci-film-carnet"
OTHER = "denti-in-fila-rx"
FIELD = Path(__file__).parents[2] / "data" / "field" / "codes"


def written(tmp_path: Path, text: str) -> str:
    file = tmp_path / "codes.csv"
    file.write_text(text, encoding="utf-8")
    return str(file)


def free(database: Path, offer: str = OFFER) -> set[str]:
    store = open_store(f"sqlite:///{database}")
    with store.read() as tx:
        mine = pool_code.c.offer == offer, pool_code.c.voucher.is_(None), pool_code.c.valid_from.is_not(None)
        found = set(tx.execute(select(pool_code.c.code).where(*mine)).scalars())
    store.close()
    return found


def test_twenty_thousand_codes_come_in_at_once(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = "\n".join(f"N-{number:06}" for number in range(20_000))
    assert run("codes", "import", OFFER, written(tmp_path, many), "--lang", "en") == 0
    assert f"{OFFER}: 20,000 new codes, 0 were there already." in capsys.readouterr().out


def test_bad_lines_stop_it_all_unless_they_are_to_be_skipped(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, "N-1\nN-1\nN 2!\nN-3\n")
    assert run("codes", "import", OFFER, file, "--yes") == 1
    told = capsys.readouterr()
    assert told.out.startswith("2 codici, colonna A.\nPrimi e ultimi: N-1, N-3\n2 righe lasciate fuori:\n")
    assert f"{file}:3: N 2!: sono più parole" in told.err
    assert "--skip-bad" in told.err
    assert run("codes", "import", OFFER, file, "--skip-bad", "--lang", "en") == 0
    assert "2 new codes, 0 were there already" in capsys.readouterr().out


class Terminal(io.StringIO):
    """Somebody who sits there and types."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("command", "typed", "came"),
    [
        ("06-secondo-foglio.xlsx --yes", None, "SENIO-DD11 SENIO-DD12"),
        ("06-secondo-foglio.xlsx", None, "SENIO-DD11 SENIO-DD12"),
        ("06-secondo-foglio.xlsx", "s\n", "SENIO-DD11 SENIO-DD12"),
        ("06-secondo-foglio.xlsx", "n\n", ""),
        ("06-secondo-foglio.xlsx", "", ""),
        ("15-elenco-usati.csv --yes", None, ""),
        ("15-elenco-usati.csv --yes", "s\n", ""),
        ("15-elenco-usati.csv", None, ""),
        ("15-elenco-usati.csv", "sì\n", "SENIO-NN11 SENIO-NN13"),
        ("15-elenco-usati.csv --yes --skip-bad", None, "SENIO-NN11 SENIO-NN13"),
        ("case-twins.csv --yes --skip-bad", None, ""),
        ("14-scientifica.csv --skip-bad", "s\n", ""),
    ],
)
def test_who_can_be_asked_decides_and_else_a_doubt_takes_nothing(  # noqa: PLR0917 - what stands in a row
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch, command: str, typed: str | None, came: str
) -> None:
    file, *options = command.split()
    before = free(database)
    monkeypatch.setattr("sys.stdin", io.StringIO() if typed is None else Terminal(typed))
    assert run("codes", "import", OFFER, str(FIELD / file), *options) == (0 if came else 1)
    assert free(database) - before == set(came.split())


def test_codes_of_another_offer_and_twins_in_the_pool_are_said(
    run: Run, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("codes", "import", OTHER, written(tmp_path, "N-1\nN-2\n")) == 0
    assert run("codes", "import", OFFER, written(tmp_path, "N-2\nN-30\n"), "--yes", "--lang", "en") == 1
    assert f"the offer {OTHER} has one of these codes: N-2" in capsys.readouterr().err
    assert run("codes", "import", OTHER, written(tmp_path, "n-1\nN-3\n"), "--yes", "--lang", "en") == 1
    assert "these read like codes that are there already: n-1 = N-1" in capsys.readouterr().err
    assert run("codes", "import", OTHER, written(tmp_path, "N-1\nN-4\n"), "--yes", "--lang", "en") == 0
    assert f"{OTHER}: 1 new code, 1 was there already." in capsys.readouterr().out


def test_an_import_is_undone_but_for_what_people_have_and_that_is_never_free_again(
    run: Run, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = free(database)
    assert run("codes", "import", OFFER, written(tmp_path, "N-1\nN-2\nN-3\n")) == 0
    number = re.findall(r"codes undo (\d+)", capsys.readouterr().out)[0]
    hand_over(database, "N-2")
    assert run("codes", "undo", number, "--lang", "en") == 0
    told = capsys.readouterr().out.splitlines()
    assert told == [
        f"Import {number} of {OFFER} undone: 2 codes taken away.",
        "One code is in somebody's hand already and stays: N-2",
    ]
    assert free(database) == before
    assert run("codes", "release", "N-2") == 0
    assert free(database) == before
    assert run("codes", "undo", number) == 2
    assert run("codes", "undo", "9999") == 2
    capsys.readouterr()
    assert run("codes", "imports", "--lang", "en") == 0
    line = capsys.readouterr().out.splitlines()[0].split("\t")
    assert (line[0], line[2], line[3]) == (number, "server", OFFER)
    assert line[4] == "codes 3, given 0, free 0"
    assert line[5].startswith("undone on ")
    assert run("audit") == 0
    noted = capsys.readouterr().out
    assert f"undo-codes\t{OFFER}\timport {number}\t- -> 2" in noted
    assert f"import-codes\t{OFFER}\timport {number}\t- -> 3" in noted
    assert "N-1" not in noted


def hand_over(database: Path, code: str) -> None:
    given(database, OTHER, code)
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        number = tx.execute(update(voucher).where(voucher.c.code == code).values(offer=OFFER).returning(voucher.c.id))
        tx.execute(update(pool_code).where(pool_code.c.code == code).values(voucher=number.scalar_one()))
    store.close()


@pytest.mark.parametrize("code", ["Codicesconto", "Codice", "2,19E+09", "totale", "1,23457E+15", "n.d."])
def test_what_was_no_code_is_never_free(run: Run, database: Path, code: str) -> None:
    before = free(database)
    given(database, OFFER, code)
    assert run("codes", "release", code) == 0
    assert free(database) == before
    store = open_store(f"sqlite:///{database}")
    with store.read() as tx:
        assert tx.execute(select(pool_code.c.id).where(pool_code.c.code == code)).first() is None
    store.close()


def test_codes_of_another_validity_move_to_this_one_when_they_come_again(
    run: Run, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, "N-1\nN-2\n")
    assert run("codes", "import", OFFER, file, "--valid", "2025-01-01/2025-12-31") == 0
    capsys.readouterr()
    assert run("codes", "import", OFFER, written(tmp_path, "N-1\nN-2\nN-3\n"), "--lang", "en") == 0
    assert f"{OFFER}: 1 new code, 2 of an older validity good again, 0 were there already." in capsys.readouterr().out
    store = open_store(f"sqlite:///{database}")
    with store.read() as tx:
        rows = tx.execute(select(pool_code.c.valid_from).where(pool_code.c.code.in_(["N-1", "N-2", "N-3"]))).scalars()
        assert len(set(rows)) == 1
        assert tx.execute(select(code_import.c.codes).order_by(code_import.c.number.desc())).scalar() == 3
    store.close()
    assert run("codes", "import", OFFER, file, "--valid", "next year") == 2


def given(database: Path, offer: str, code: str, expires: str | None = "2099-12-31", user: str = "anna") -> None:
    """Write a voucher as a claim would have, for whoever `user` is."""
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        row = {"offer": offer, "mark": user, "turn": 1, "code": code, "claimed_at": NOON}
        last = date.fromisoformat(expires) if expires else None
        number = tx.execute(insert(voucher).values(**row, expires_on=last).returning(voucher.c.id)).scalar_one()
        if offer == OFFER:
            row = {"offer": offer, "code": code, "imported_at": NOON, "valid_from": date(2026, 10, 15)}
            tx.execute(insert(pool_code).values(row | {"voucher": number}))
    store.close()


def test_a_code_given_by_mistake_is_free_again_and_the_log_says_so(
    run: Run, database: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    given(database, OFFER, "N-100234")
    assert run("codes", "status", "--lang", "en") == 0
    before = capsys.readouterr().out
    assert run("codes", "release", " N-100234", "--lang", "en") == 0
    assert capsys.readouterr().out == f"{OFFER}: N-100234 was given back\n"
    assert f"{OFFER}: a code was given back by hand" in caplog.text
    assert "0234" not in caplog.text, "no sign of the code beside what it is for"
    run("codes", "status", "--lang", "en")
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
    assert run("codes", "release", "N-1", "--lang", "en") == 2
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
    run("codes", "status", "--lang", "en")
    told = capsys.readouterr()
    assert f"{OFFER}\t0 free of 0\n" in told.out
    assert told.err == ""
    for count, said in ((1, "one code in all"), (9, "9 codes in all"), (10, "")):
        file = written(tmp_path, "\n".join(f"N-{number}" for number in range(count)))
        assert run("codes", "import", OFFER, file, "--lang", "en") == 0
        where, _, imported = capsys.readouterr().err.partition("\n")
        assert where.startswith(f"database {database}, key ")
        assert run("codes", "status", "--lang", "en") == 0
        counted = capsys.readouterr()
        assert f"{OFFER}\t{count} free of {count}\n" in counted.out
        assert imported == counted.err
        assert (f"{OFFER}: {said}" in imported) if said else not imported
        assert len(imported.splitlines()) == bool(said)


def test_what_is_left_of_a_season_before_is_shown_and_set_aside(
    run: Run, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        last_year = (
            pool_code.c.offer == OFFER,
            pool_code.c.id.in_(select(pool_code.c.id).where(pool_code.c.offer == OFFER).limit(12)),
        )
        tx.execute(update(pool_code).where(*last_year).values(valid_from=date(2025, 10, 15)))
    store.close()
    run("codes", "status", "--lang", "en")
    assert f"{OFFER}\t48 free of 48, 12 left of a season before\n" in capsys.readouterr().out
    run("codes", "status", "--retire", "--lang", "en")
    told = capsys.readouterr().out
    assert f"{OFFER}\t48 free of 48\n" in told
    assert "12 codes of seasons before were set aside" in told
