"""docs/your-network.md is true: typed as it stands, it ends with a network of one's own and its first person."""

import re
import resource
import shlex
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.text import Language
from tests.biella import workbook_of_others
from tests.handlers.incoming_updates import text
from tests.soak.bot_api import ME, BotApi
from tests.test_deploy import UNITS
from tests.typed_page import BLOCK, ROOT, script, type_in

DOCS = ROOT / "docs"
TOKEN = "123456:AAE-abcdefghijklmnopqrstuvwxyz012345"
USERNAME = "rete_biella_bot"
MINUTES = 5  # of the machine, from the clone to the service
PATIENCE = 120  # seconds for a bot on a busy machine
PAGES: dict[Language, str] = {"it": "your-network.md", "en": "your-network.en.md"}
TOLD = {"it": "il token di BotFather", "en": "BotFather's token"}
PUBLISHED = {
    "it": "3 organizzazioni, 6 servizi, 50 bisogni, 3 offerte",
    "en": "3 organizations, 6 services, 50 needs, 3 offers",
}
HOURS = {"it": "lun-ven 9-12", "en": "Mon-Fri 9-12"}
# Languages, name, country, towns with their points, who answers, e-mail, phone; then hours and address.
ANSWERS = [
    *("", "Welfare Biella", "", "Biella", "45.5628, 8.0583", "Cossato", "45.5725, 8.1806", ""),
    *("Consorzio Biella Insieme", "sportello@biella.example.org", "015 000 0100"),
]


class Telegram(BotApi):
    """Knows the bot of the page."""

    def answer(self, method: str, body: dict[str, str]) -> tuple[int, Any] | None:
        if method == "getMe":
            return 200, ME | {"username": USERNAME}
        if method == "getWebhookInfo":
            return 200, {"url": "", "pending_update_count": 0}
        return super().answer(method, body)

    def answered(self, update: dict[str, Any]) -> str:
        """Bring an update, and return what the bot says to it first."""
        before = len(self.said)
        self.updates.append(update)
        until = time.monotonic() + PATIENCE
        while len(self.said) == before and time.monotonic() < until:
            time.sleep(0.1)
        return self.said[before][1]


@pytest.fixture
def telegram() -> Iterator[Telegram]:
    made = Telegram(faulty=0)
    yield made
    made.stop()


@pytest.fixture
def desk(tmp_path: Path, telegram: Telegram) -> Iterator[Path]:
    """Where a page is typed: what it asks is answered; the machine of its service has its settings."""
    for folder in ("var/lib/kmzero", "etc/kmzero"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "talk").write_text("1\n", encoding="utf-8")
    settings = (ROOT / "deploy/config.yaml").read_text("utf-8")
    settings = re.sub("/(?=var/lib/kmzero|etc/kmzero)", f"{tmp_path}/", settings)
    settings = re.sub(r"token: null[^\n]*", f'token: "{TOKEN}"\n  username: {USERNAME}', settings)
    (tmp_path / "etc/kmzero/config.yaml").write_text(settings, encoding="utf-8")
    yield tmp_path
    if (tmp_path / "pid").exists():
        subprocess.run(["kill", "-INT", (tmp_path / "pid").read_text().strip()], check=False)


@pytest.mark.parametrize("language", ["it"])  # the English page has the same commands, see below: a minute saved
def test_the_page_leads_from_the_clone_to_the_first_person(desk: Path, telegram: Telegram, language: Language) -> None:
    """A network of 3 organizations, 6 services, 2 companies and 3 offers, in minutes of the machine."""
    (desk / "answers").write_text("\n".join([*ANSWERS, HOURS[language], "", ""]), encoding="utf-8")
    (desk / "servizi.xlsx").write_bytes(workbook_of_others(language))
    typed = script(DOCS / PAGES[language], _of_the_reader(language))

    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = type_in(desk, typed, {"KMZERO_TELEGRAM__BASE_URL": telegram.base_url})
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)

    assert ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime < 60 * MINUTES
    assert PUBLISHED[language] in said
    assert not _changed(desk / "kmzero"), "the demonstration is left alone"
    assert set((desk / "units").read_text().split()) <= {unit.removesuffix(".service") for unit in UNITS}
    assert list((desk / "rete-biella/locandine").iterdir())
    link = re.search(rf"^https://t\.me/{USERNAME}\?start=(\S+)$", said, re.MULTILINE)
    assert link
    greeting = telegram.answered(text(1, f"/start {link[1]}"))
    assert "Filatura Aurora" in greeting
    assert "dimostrazione" not in greeting


def _of_the_reader(language: str) -> dict[str, str]:
    """Return what a reader types in the place of words of the page."""
    return {
        "git clone … ": f"git clone --quiet {shlex.quote(str(ROOT))} ",
        "import servizi.xlsx": 'import "$PAGE/servizi.xlsx" --yes',  # the others, and a yes at the terminal
        TOLD[language]: TOKEN,
    }


def _changed(clone: Path) -> bytes:
    asked = ["git", "-C", str(clone), "status", "--porcelain"]
    return subprocess.run(asked, capture_output=True, check=True).stdout


def test_both_pages_have_the_same_commands() -> None:
    typed = {
        language: [text for kind, text in BLOCK.findall((DOCS / page).read_text("utf-8")) if kind == "sh"]
        for language, page in PAGES.items()
    }
    assert [text.replace(" --lang en", "").replace("example", "esempio") for text in typed["en"]] == typed["it"]


@pytest.mark.parametrize("page", PAGES.values())
def test_every_link_leads_somewhere(page: str) -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", (DOCS / page).read_text("utf-8")):
        assert (DOCS / target).exists(), target
    for named in re.findall(r"\]\(operations\.md#([\w-]+)\)", (DOCS / page).read_text("utf-8")):
        titles = re.findall(r"^## (.*)$", (DOCS / "operations.md").read_text("utf-8"), re.MULTILINE)
        assert named in {re.sub(r"[^\w-]", "", title.lower().replace(" ", "-")) for title in titles}
