"""`kmzero partner` as an operator runs it: the links of desks, drawn, listed and revoked."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from bot.people import web_links
from bot.store.engine import open_store
from tests.bot.cli.conftest import Run
from tests.cast import NOON

ORG, URL = "banco-nove", "https://welfare.example.org"
Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """Run one command line of a network that has pages; return its exit code, with what it printed."""
    monkeypatch.setenv("KMZERO_WEB__URL", URL)
    return lambda *words: (run(*words), *capsys.readouterr())


def test_a_link_opens_the_desk_of_its_organization(run: Told, database: Path) -> None:
    code, out, _ = run("partner", "link", ORG)
    assert (code, out.count("\n")) == (0, 1)
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        token = out.strip().removeprefix(f"{URL}/open/")
        (made,) = web_links.listing(tx, "partner", NOON)
        assert (made.owner, made.is_of(token)) == (ORG, True)
    store.close()


@pytest.mark.parametrize("name", ["sportello.png", "SPORTELLO.PDF"])
def test_its_picture_says_the_same(run: Told, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    made = run("partner", "link", ORG, "--picture", str(file))[1].strip()
    page = name.endswith("PDF")
    shown = pypdfium2.PdfDocument(file)[0].render(scale=3).to_pil() if page else Image.open(file)
    assert [one.text for one in zxingcpp.read_barcodes(shown)] == [made]
    assert file.stat().st_mode & 0o077 == 0, "who has it opens the desk"


def test_on_the_terminal_it_is_drawn_in_letters(run: Told) -> None:
    made, *drawn = run("partner", "link", ORG, "--qr")[1].splitlines()
    assert _scanned([line for line in drawn if line.strip(" ") or line]) == made


def test_links_are_listed_and_revoked_one_or_all(run: Told) -> None:
    for organization in (ORG, ORG, "il-girasole"):
        run("partner", "link", organization)
    rows = [line.split("\t") for line in run("partner", "links")[1].splitlines()]
    assert [(row[1], row[3]) for row in rows] == [(ORG, "waits"), (ORG, "waits"), ("il-girasole", "waits")]
    assert run("partner", "revoke", ORG, "--id", rows[0][0])[1] == f"{ORG}: 1 closed\n"
    assert run("partner", "revoke", ORG)[1] == f"{ORG}: 1 closed\n"
    assert [line.split("\t")[3] for line in run("partner", "links", ORG)[1].splitlines()] == ["revoked"] * 2
    assert run("partner", "links", "il-girasole")[1].endswith("waits\n")


def test_an_organization_that_is_not_there_is_named_with_those_that_are(run: Told) -> None:
    code, out, err = run("partner", "link", "nessuno")
    assert (code, out) == (2, "")
    assert "nessuno: there is no such organization; there are" in err
    assert ORG in err


def test_a_picture_that_nobody_can_open_is_refused_before_a_link_is_made(run: Told) -> None:
    code, _, err = run("partner", "link", ORG, "--picture", "qr.docx")
    assert code == 2
    assert ".png or .pdf" in err
    code, _, err = run("partner", "link", ORG, "--picture", "nowhere/qr.png")
    assert (code, "nowhere/qr.png: No such file or directory" in err) == (2, True)
    assert run("partner", "links")[1] == ""


@pytest.mark.parametrize("words", [("link", ORG), ("links",), ("revoke", ORG)])
def test_without_pages_it_says_what_to_set(run: Told, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    monkeypatch.delenv("KMZERO_WEB__URL")
    code, _, err = run("partner", *words)
    assert code == 2
    assert "web.url: no page is served yet" in err


def _scanned(lines: list[str]) -> str:
    """Return what a camera reads from letters on a screen."""
    dots = Image.new("L", (len(lines[0]), len(lines) * 2), "white")
    for y, line in enumerate(lines):
        for x, letter in enumerate(line):
            for half, dark in enumerate((letter in "▀█", letter in "▄█")):
                dots.putpixel((x, y * 2 + half), 0 if dark else 255)
    large = dots.resize((dots.width * 8, dots.height * 8), Image.Resampling.NEAREST)
    file = io.BytesIO()
    large.save(file, "PNG")
    return str(zxingcpp.read_barcodes(Image.open(file))[0].text)
