"""`kmzero evaluation open`, `link`, `status` and `close`, as an operator types them."""

import json
import re
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import assembly
from bot.assembly import assemble
from bot.catalogue import releases
from bot.store.engine import open_store
from bot.store.evaluation import evaluation, form_link
from bot.store.tables import installation
from tests.bot.cli.conftest import Run
from tests.cast import NOON, CorePhone
from tests.conftest import settings_for

DOCUMENT = Path(__file__).parents[3] / "docs/evaluation.md"
Clock = Callable[[datetime], None]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    def show(moment: datetime) -> None:
        monkeypatch.setattr(assembly, "now", lambda: moment)

    show(NOON)
    return show


def tokens(out: str) -> dict[str, str]:
    rows = [line.split("\t") for line in out.splitlines()]
    return {row[1]: row[3].partition("start=")[2] for row in rows}


async def test_forms_are_opened_answered_counted_and_closed(
    run: Run, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("evaluation", "open", "--lang", "it") == 0
    said = capsys.readouterr()
    links = tokens(said.out)
    assert len(links) == len(set(links.values()))
    assert f"Questionari aperti: {len(links)} link nuovi." in said.err
    house = assemble(settings_for(database))
    phone, other = CorePhone(house, "somebody"), CorePhone(house, "other")
    await phone.start(links["biomed-padana"])
    for _ in range(5):
        await phone.press(phone.buttons[0])
    await other.start(links["studio-goldoni"])
    await other.press(other.buttons[0])
    house.close()

    assert run("evaluation", "status", "--lang", "it") == 0
    listed = capsys.readouterr().out
    assert "  Biomed Padana: ha risposto\n" in listed
    assert "  Studio Goldoni" in listed
    assert ": ha cominciato\n" in listed
    assert "Quasi" not in listed, "who answered, never what"
    assert run("evaluation", "status", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["employees"] == {"offered": "0", "answered": "0"}
    assert {one["id"]: one["state"] for one in told["companies"]}["biomed-padana"] == "answered"
    assert len(told["companies"]) + len(told["organizations"]) == len(links)

    assert run("evaluation", "close") == 0
    assert "Questionari chiusi" in capsys.readouterr().out
    assert run("evaluation", "close") == 2
    assert run("evaluation", "open") == 0
    again = capsys.readouterr()
    assert (again.out, "si può di nuovo rispondere" in again.err) == ("", True)


def test_opening_again_makes_the_missing_links_and_a_lost_one_is_replaced(
    run: Run, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "links.csv"
    assert run("evaluation", "open", "--out", str(file)) == 0
    assert capsys.readouterr().out == ""
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    rows = [line.split(";") for line in file.read_text("utf-8-sig").splitlines()]
    assert rows[0] == ["kind", "id", "name", "link"]
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        kept = str(tx.execute(select(form_link)).all())
        tx.execute(form_link.delete().where(form_link.c.owner == "biomed-padana"))
    assert not [row for row in rows[1:] if row[3].partition("start=")[2] in kept]
    assert run("evaluation", "open", "--out", str(file)) == 2
    assert "links.csv: c'è già" in capsys.readouterr().err
    assert run("evaluation", "open") == 0
    assert set(tokens(capsys.readouterr().out)) == {"biomed-padana"}
    assert run("evaluation", "link", "company", "biomed-padana") == 0
    assert capsys.readouterr().out.startswith("https://t.me/kmzero_bot?start=")
    with store.read() as tx:
        mine = select(form_link.c.revoked_at).where(form_link.c.owner == "biomed-padana")
        assert sorted(row is None for row in tx.execute(mine).scalars()) == [False, True]
    store.close()


@pytest.mark.parametrize(
    ("spoilt", "words", "says"),
    [
        ("unwritten", ("open",), "no evaluation is published"),
        ("unwritten", ("status",), "no evaluation is published"),
        ("early", ("open",), "the programme begins on 1 September"),
        ("clock", ("open",), "the clock says"),
        ("nameless", ("open",), "set telegram.username"),
        ("nameless", ("link", "company", "biomed-padana"), "set telegram.username"),
        ("published", ("open",), "published already"),
        ("", ("link", "company", "nowhere"), "nowhere: there is none; there are "),
        ("", ("link", "company", "biomed-padana"), "kmzero evaluation open opens them"),
        ("", ("close",), "kmzero evaluation open opens them"),
        ("unwritten", ("report",), "no evaluation is published"),
        ("clock", ("report",), "the clock says"),
        ("", ("report",), "close them with kmzero evaluation close"),
        ("open quarter", ("report",), "Ask again from 1 October 2028"),
        ("over", ("report",), "Nobody has been counted"),
    ],
)
def test_what_cannot_be_done_is_one_line_with_its_cure(
    run: Run,
    database: Path,
    clock: Clock,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    spoilt: str,
    words: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(database.parent)
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        if spoilt == "unwritten":
            number = releases.current_number(tx) or 0
            content = releases.load(tx, number)[0].release.model_copy(update={"evaluation": None})
            releases.add(tx, content, releases.engine_of(tx, number), NOON)
        if spoilt == "nameless":
            tx.execute(update(installation).values(bot_username=None))
        if spoilt == "clock":
            tx.execute(update(installation).values(clock=NOON + timedelta(days=9)))
        if spoilt == "published":
            tx.execute(update(evaluation).values(published_at=NOON))
    store.close()
    moments = {
        "early": datetime(2026, 8, 31, 21, 59, tzinfo=UTC),
        "open quarter": datetime(2028, 9, 30, 9, tzinfo=UTC),
        "over": datetime(2028, 10, 1, 9, tzinfo=UTC),
    }
    if spoilt in moments:
        clock(moments[spoilt])
    also = ("--yes-the-clock-is-right",) if spoilt in moments else ()
    assert run("evaluation", *words, *also, "--lang", "en") == 2
    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""


def test_the_commands_in_the_document_say_what_stands_there(
    run: Run, database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(database.parent)
    block = DOCUMENT.read_text("utf-8").partition("<!-- commands:")[2].partition("```text\n")[2].partition("```")[0]
    for shown in block.split("$ kmzero ")[1:]:
        words, *lines = shown.rstrip().splitlines()
        run(*words.split())
        said = capsys.readouterr()
        whole = [*said.out.splitlines(), *(line for line in said.err.splitlines() if not line.startswith("database "))]
        told = [re.sub(r"start=[\w-]{28}", "start=…", line) for line in whole]
        cut = lines.index("…") if "…" in lines else None
        assert (told if cut is None else told[:cut]) == lines[:cut], words
