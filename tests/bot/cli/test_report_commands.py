"""`kmzero report`, `needs` and `demo-data` as an operator types them."""

import csv
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor
from sqlalchemy import select

from bot.assembly import assemble
from bot.conversation.messages import Chose
from bot.insight.charts import PALE, PAPER
from bot.insight.counting import counts
from bot.insight.quarters import Quarter
from bot.people.keys import load_keys
from bot.store.engine import open_store
from bot.store.insight import counted
from tests.bot.cli.conftest import Run
from tests.cast import CorePhone
from tests.conftest import settings_for

UNTIL = ("--until", "2026-10-01")


class Page(HTMLParser):
    """Reads a page: its languages, headings, what it loads from elsewhere, and its tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_a_programme_can_be_seen_as_reports_of_every_kind(
    run: Run, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("demo-data", "--months", "6", *UNTIL) == 0
    said = capsys.readouterr().out
    assert "13 aziende" in said
    assert "Con una valutazione, dal 2026-04-01 al 2026-09-30: la scrive kmzero evaluation report" in said
    owners = (
        ("company", "ceramiche-secchia"),
        ("network",),
        ("organization", "prima-di-sera"),
        ("company", "studio-goldoni"),
    )
    for owner in owners:
        assert run("report", *owner, "--quarter", "2026Q3", "--out", str(tmp_path / "out")) == 0
    assert run("report", "all", "--quarter", "2026Q3", "--out", str(tmp_path / "all")) == 0
    files = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    assert len(files) == 16
    every = {file.name: file.read_bytes() for file in (tmp_path / "all").iterdir()}
    assert {name: every[name] for name in files if "prima-di-sera" not in name} == {
        name: content for name, content in files.items() if "prima-di-sera" not in name
    }
    _look_at_page(files["kmzero-ceramiche-secchia-2026Q3.html"].decode())
    _look_at_sheet(files["kmzero-ceramiche-secchia-2026Q3.csv"].decode("utf-8-sig"))
    picture = Image.open(BytesIO(files["kmzero-ceramiche-secchia-2026Q3.it.png"]))
    assert (picture.format, picture.size) == ("PNG", (864, 1080))
    plain = {picture.convert("RGB").getpixel(place) for place in ((2, 2), (70, 300))}
    assert plain == {ImageColor.getrgb(PAPER), ImageColor.getrgb(PALE)}, "few shades, but these must be themselves"
    _look_as_an_employee_and_go(database, files["kmzero-ceramiche-secchia-2026Q3.it.png"])
    assert run("report", *owners[0], "--quarter", "2026Q3", "--out", str(tmp_path / "again")) == 0
    assert all(file.read_bytes() == files[file.name] for file in (tmp_path / "again").iterdir())
    assert run("demo-data") == 2
    assert "ci sono già persone" in capsys.readouterr().err
    assert run("needs", "--weeks", "30") == 0
    assert "settembre 2026" in capsys.readouterr().out


def _look_at_page(text: str) -> None:
    page = Page(text)
    assert [part["lang"] for part in page.named("main")] == ["it", "en"]
    assert len(page.named("svg")) == len(page.named("table")) > 2
    assert all(drawing["aria-hidden"] == "true" for drawing in page.named("svg"))
    assert all(table["aria-label"] for table in page.named("table"))
    wide = [float(str(drawing["viewbox"]).split()[2]) for drawing in page.named("svg")]
    assert max(wide) <= 342, "on a phone of 390 pixels, with a margin of 24, letters would be smaller than they are"
    assert not page.named("script")
    assert not page.named("link")
    assert "http" not in text.replace("http://www.w3.org/", "")
    assert "Ogni dipendente può vedere questo stesso rapporto" in text


def _look_at_sheet(text: str) -> None:
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    told = [int(row["Persone / People"]) for row in rows if row["Persone / People"]]
    assert told
    assert all(people >= 5 and people % 5 == 0 for people in told)
    assert {row["Nota / Note"] for row in rows if not row["Persone / People"]} == {"non mostrato / not shown"}


def _look_as_an_employee_and_go(database: Path, picture: bytes) -> None:
    house = assemble(settings_for(database))
    phone = CorePhone(house, "bruno", "ceramiche-secchia")
    phone.send(Chose("restart"))
    phone.send(Chose("consent:yes"))
    phone.send(Chose("privacy"))
    assert "📊 Cosa ha visto la tua azienda" in phone.buttons
    phone.send(Chose("report"))
    shown, page = (bubble.attachment for bubble in phone.messages)
    assert shown
    assert page
    assert (shown.content, shown.media_type, page.media_type) == (picture, "image/png", "text/html")
    phone.send(Chose("forget:yes"))
    assert "Fatto, ho cancellato tutto" in phone.screen
    house.close()


def test_the_same_seed_gives_the_same_counts(run: Run, database: Path, tmp_path: Path) -> None:
    totals = []
    for name in ("one", "two"):
        file = tmp_path / f"{name}.db"
        file.write_bytes(database.read_bytes())
        assert run("demo-data", "--months", "2", *UNTIL, "--database", str(file)) == 0
        store = open_store(f"sqlite:///{file}")
        with store.read() as tx:
            keys, quarters = (
                load_keys(file.with_suffix(".key")),
                tx.execute(select(counted.c.quarter).distinct()).scalars(),
            )
            totals.append({quarter: counts(tx, keys, Quarter.parse(quarter)) for quarter in quarters})
        store.close()
    assert totals[0] == totals[1]
    assert sum(map(len, totals[0].values())) > 100


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("company", "biomed-padana", "--quarter", "2026-11-01"), "non è un trimestre"),
        (("company", "biomed-padana", "--quarter", "2026-11-01/2026-11-01"), "un giorno, una settimana"),
        (("company", "biomed-padana"), "--quarter 2026Q3"),
        (("network", "ANYTHING"), "togli «ANYTHING»"),
        (("company", "biomed-padana", "--quarter", "2999Q4"), "non è ancora finito"),
        (("company", "nessuna", "--quarter", "2026Q3"), "nessuna non esiste; ci sono: tessitura-corradini"),
        (("company", "biomed-padana", "--quarter", "2026Q3"), "Biomed Padana non ha un rapporto"),
        (("network", "--quarter", "2026Q3", "--lang", "en"), "There is no report of the network"),
        (("organization", "il-girasole", "--quarter", "2026Q3"), "non è nel rapporto"),
    ],
)
def test_what_cannot_be_reported_is_refused_with_words(
    run: Run, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert run("report", *words) == 2
    assert said in capsys.readouterr().err


IN_SUMMER = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)
NEED = "cerco una badante convivente per mia mamma"


async def test_a_company_of_one_person_has_no_report_and_the_person_sees_that(
    run: Run, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = assemble(settings_for(database))
    alone = CorePhone(house, "alone", "studio-goldoni", now=IN_SUMMER)
    await alone.start()
    await alone.press("Va bene")
    await alone.say(NEED)
    out = tmp_path / "out"
    assert run("report", "company", "studio-goldoni", "--quarter", "2026Q3", "--out", str(out)) == 2
    assert "Studio Goldoni non ha un rapporto per 2026Q3: ha meno di 25 persone attive" in capsys.readouterr().err
    assert not out.exists()
    await alone.say("/privacy")
    await alone.press("Cosa ha visto la tua azienda")
    assert "non ha ancora ricevuto nessun rapporto" in alone.screen
    house.close()


def test_needs_say_when_there_is_nothing_to_tell(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("needs") == 0
    assert "almeno 10 persone" in capsys.readouterr().out


async def test_before_the_first_report_an_employee_is_told_so(anna: CorePhone) -> None:
    await anna.say("/privacy")
    await anna.press("Cosa ha visto la tua azienda")
    assert "non ha ancora ricevuto nessun rapporto" in anna.screen
    assert anna.buttons
