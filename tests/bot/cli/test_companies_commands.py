"""`kmzero link`, `invites` and `company kit`, as an operator types them."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.assembly import assemble
from bot.store.engine import open_store
from bot.store.tables import installation, invite
from tests.bot.cli.conftest import Run
from tests.cast import CorePhone
from tests.conftest import settings_for


def test_links_are_made_listed_without_their_tokens_and_closed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("link", "biomed-padana", "--place", "canteen", "--until", "2099-12-31", "--max", "40") == 0
    assert run("link", "biomed-padana") == 0
    tokens = [line.partition("start=")[2] for line in capsys.readouterr().out.splitlines()]
    assert [len(token) for token in tokens] == [28, 28]
    assert run("invites", "biomed-padana") == 0
    listed = capsys.readouterr().out
    assert not [token for token in tokens if token in listed]
    first, second = [line.split("\t") for line in listed.splitlines()]
    assert (first[1], first[3], first[4], first[5]) == ("canteen", "2100-01-01 00:00", "<5", "open")
    assert (second[1], second[3], second[5]) == ("other", "-", "open")
    assert run("invites", "revoke", "biomed-padana", "--id", second[0]) == 0
    assert "1 links closed" in capsys.readouterr().out
    run("invites", "biomed-padana")
    assert [line.split("\t")[5] for line in capsys.readouterr().out.splitlines()] == ["open", "revoked"]


def test_with_pages_a_link_may_lead_to_its_page(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("link", "biomed-padana", "--web") == 2
    assert "set web.url" in capsys.readouterr().err
    monkeypatch.setenv("KMZERO_WEB__URL", "https://welfare.example.org")
    assert run("link", "biomed-padana", "--web") == 0
    address, _, token = capsys.readouterr().out.strip().rpartition("/")
    assert (address, len(token)) == ("https://welfare.example.org/i", 28)
    assert run("link", "biomed-padana") == 0
    assert capsys.readouterr().out.startswith("https://t.me/kmzero_bot?start=")


async def test_a_link_for_one_person_lets_one_in_and_tells_the_next_why(
    run: Run, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("link", "biomed-padana", "--max", "1") == 0
    token = capsys.readouterr().out.strip().partition("start=")[2]
    house = assemble(settings_for(database))
    first, second = CorePhone(house, "first"), CorePhone(house, "second")
    await first.start(token)
    await first.press("Va bene")
    assert "Grazie" in first.screen
    await second.start(token)
    assert "l'hanno già usato tutte le persone per cui era fatto. Chiedine un altro" in second.screen
    assert "Figli e scuola" in second.buttons
    await first.start(token)
    assert "Rieccoti! Questo è il link di Biomed Padana" in first.screen
    house.close()
    assert run("invites", "biomed-padana") == 0
    assert capsys.readouterr().out.endswith("\t<5\tfull\n")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("link", "nowhere"), "there is no such company"),
        (("link", "biomed-padana", "--until", "2020-01-01"), "this day is over"),
        (("link", "biomed-padana", "--place", "moon"), "canteen"),
        (("invites", "nowhere"), "there is no such company"),
        (("invites", "revoke", "nowhere"), "there is no such company"),
        (("company", "kit", "nowhere"), "there is no such company"),
    ],
)
def test_a_wrong_word_is_one_line_with_its_cure(
    run: Run, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    assert run(*words) == 2
    assert says in capsys.readouterr().err


def test_a_kit_is_written_into_a_folder(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("company", "kit", "studio-goldoni", "--out", str(tmp_path / "kit"), "--lang", "it") == 0
    names = sorted(file.name for file in (tmp_path / "kit").iterdir())
    assert names == [
        "studio-goldoni-group-chat-it.png",
        "studio-goldoni-group-chat-it.txt",
        "studio-goldoni-intranet-it.png",
        "studio-goldoni-intranet-it.txt",
        "studio-goldoni-payslip.pdf",
        "studio-goldoni-poster-canteen.pdf",
        "studio-goldoni-poster-locker-room.pdf",
    ]
    assert capsys.readouterr().out.count("studio-goldoni") == len(names)


def test_a_kit_is_the_accounts_own(run: Run, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert run("company", "kit", "biomed-padana", "--out", str(tmp_path / "kit"), "--lang", "it") == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "kit").stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "kit").iterdir()} == {0o600}


def test_a_kit_is_drawn_without_waking_the_conversation(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would double the start: the whole command may take three seconds."""
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{database}")
    program = (
        "import sys, handlers.__main__ as kmzero\n"
        "try: kmzero.main(sys.argv[1:])\n"
        "except SystemExit as ended: sys.exit(ended.code or 'bot.conversation.concierge' in sys.modules)"
    )
    words = ("company", "kit", "studio-goldoni", "--out", str(tmp_path / "kit"))
    done = subprocess.run([sys.executable, "-c", program, *words], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1), "it says which database this is"


@pytest.mark.parametrize(
    "words", [("link", "biomed-padana"), ("company", "kit", "biomed-padana"), ("invite", "coordinator")]
)
def test_a_link_leads_to_the_bot_of_the_token_or_is_refused(
    run: Run,
    database: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(database.parent)
    monkeypatch.setenv("KMZERO_TELEGRAM__USERNAME", "@file_bot")
    learnt, unknown = [], (None, "kmzero_bot")
    for known in unknown:
        store = open_store(f"sqlite:///{database}")
        with store.write() as tx:
            tx.execute(update(installation).values(bot_username=known))
        store.close()
        assert run(*words) == 0
        learnt.append(capsys.readouterr())
    assert "the token is @kmzero_bot's" in learnt[1].err
    assert learnt[0].err.startswith("database ")
    assert learnt[0].err.count("\n") == 1
    if words[0] != "company":
        names = [said.out.partition("?start=")[0] for said in learnt]
        assert names == ["https://t.me/file_bot", "https://t.me/kmzero_bot"]
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        tx.execute(update(installation).values(bot_username=None))
        invites_before = tx.execute(select(func.count()).select_from(invite)).scalar()
    monkeypatch.delenv("KMZERO_TELEGRAM__USERNAME")
    assert run(*words) == 2
    assert "start `kmzero run` once with its token, or set telegram.username" in capsys.readouterr().err
    with store.read() as tx:
        assert tx.execute(select(func.count()).select_from(invite)).scalar() == invites_before
    store.close()
