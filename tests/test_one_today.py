"""There is one today, the network's: who checks, who publishes and who asks the bot read the same day and hour.

The machine is anywhere, and it is half an hour to midnight in Greenwich: in Carpi, tomorrow has begun.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

import bot.assembly
from bot.assembly import House, assemble
from bot.config import Database, Settings
from bot.conversation.messages import Chose
from bot.people import invites, roles
from handlers.__main__ import main
from tests.bot.editorial.small_network import FILES
from tests.cast import CorePhone

LATE = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)
ORG = "organizations/il-girasole.yaml"
OFFER = "casa-sicura-soci"


@dataclass(frozen=True)
class Network:
    """A small network in a folder, its database, and its commands."""

    folder: Path
    database: Path
    capsys: pytest.CaptureFixture[str]

    def write(self, timezone: str, *, checked_on: str, last: str) -> None:
        files = FILES | {"network.yaml": f"{FILES['network.yaml']}timezone: {timezone}\n"}
        for old, new in (("2026-11-02", checked_on), ("2027-03-31", last), ("voucher: pool", "voucher: generated")):
            files[ORG] = files[ORG].replace(old, new)
        for name, text in files.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(text, "utf-8")

    def run(self, *words: str) -> str:
        """Run a command and return what it printed."""
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code in {0, 1}
        return self.capsys.readouterr().out

    def warnings(self) -> list[str]:
        return [problem["rule"] for problem in json.loads(self.run("check", "--format", "json", str(self.folder)))]

    @contextmanager
    def house(self) -> Iterator[House]:
        settings = Settings(database=Database(url=f"sqlite:///{self.database}"), knowledge=self.folder)
        house = assemble(settings)
        yield house
        house.close()


@pytest.fixture(params=["UTC", "Pacific/Kiritimati"])
def network(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Network]:
    """A network on a machine in another time zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    monkeypatch.setattr(bot.assembly, "now", lambda: LATE)
    made = Network(tmp_path / "knowledge", tmp_path / "kmzero.db", capsys)
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{made.database}")
    monkeypatch.setenv("KMZERO_KNOWLEDGE", str(made.folder))
    yield made
    monkeypatch.undo()
    time.tzset()


async def member(house: House, user: str) -> CorePhone:
    """Let somebody of Acme come in late in the evening."""
    with house.store.write() as tx:
        token = invites.create(tx, "acme", LATE, network="prova")
    phone = CorePhone(house, user, now=LATE)
    await phone.start(token)
    await phone.press("Va bene")
    return phone


@pytest.mark.parametrize(("timezone", "ended"), [("Europe/Rome", True), ("Atlantic/Azores", False)])
async def test_check_status_and_the_bot_agree_whether_an_offer_has_ended(
    network: Network, timezone: str, *, ended: bool
) -> None:
    network.write(timezone, checked_on="2026-11-02", last="2026-11-27")
    assert ("expired-offer" in network.warnings()) == ended
    network.run("publish", "--yes", str(network.folder))
    assert ("0 offerte in corso" if ended else "1 offerta in corso") in network.run("status")
    with network.house() as house:
        anna = await member(house, "anna")
        anna.send(Chose(f"take:{OFFER}"))
        assert (anna.voucher is None) == ended


@pytest.mark.parametrize(("timezone", "future"), [("Europe/Rome", False), ("Atlantic/Azores", True)])
async def test_what_was_checked_today_was_not_checked_tomorrow(
    network: Network, timezone: str, *, future: bool
) -> None:
    network.write(timezone, checked_on="2026-11-28", last="2027-03-31")
    assert ("unconfirmed" in network.warnings()) == future
    (score,) = json.loads(network.run("quality", "--format", "json", str(network.folder)))
    assert (score["freshness"] == 0) == future


@pytest.mark.parametrize("how", ["publish", "start"])
async def test_an_offer_that_ended_tonight_is_a_change_of_today(network: Network, how: str) -> None:
    network.write("Europe/Rome", checked_on="2026-11-02", last="2027-03-31")
    if how == "publish":
        network.run("publish", "--yes", str(network.folder))
    else:
        with network.house():
            pass
    network.write("Europe/Rome", checked_on="2026-11-02", last="2026-11-27")
    ended = "offerta finita"
    assert ended in network.run("publish", "--yes", str(network.folder))
    assert ended in network.run("diff", "1")


async def test_moments_are_shown_as_the_clocks_of_the_network_show_them(network: Network) -> None:
    network.write("Europe/Rome", checked_on="2026-11-02", last="2027-03-31")
    network.run("publish", "--yes", str(network.folder))
    with network.house() as house:
        with house.store.write() as tx:
            token = roles.invite(tx, LATE)
        rita = CorePhone(house, "rita", now=LATE)
        await rita.start(token)
        await rita.say("/stato")
        assert "28 novembre, 00:30" in rita.screen
    assert "Dal 2026-11-28 00:30" in network.run("status")
    for command in ("releases", "coordinators", "audit"):
        assert "2026-11-28 00:30+01:00\t" in network.run(command), command
