"""`kmzero company page` as an operator runs it: the links of companies' pages, listed and closed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.people import web_links
from bot.store.engine import open_store
from tests.bot.cli.conftest import Run
from tests.cast import NOON

MINE, OTHER, URL = "biomed-padana", "ceramiche-secchia", "https://welfare.example.org"
Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def told(run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Told:
    """Run one command line of a network that has pages; return its exit code, with what it printed."""
    monkeypatch.setenv("KMZERO_WEB__URL", URL)
    return lambda *words: (run(*words), *capsys.readouterr())


def test_a_link_opens_the_page_of_its_company(told: Told, database: Path) -> None:
    code, out, _ = told("company", "page", MINE)
    assert (code, out.count("\n")) == (0, 1)
    store = open_store(f"sqlite:///{database}")
    with store.write() as tx:
        (made,) = web_links.listing(tx, "company", NOON)
    store.close()
    assert (made.owner, made.is_of(out.strip().removeprefix(f"{URL}/open/"))) == (MINE, True)


def test_links_are_listed_and_closed_one_or_all(told: Told) -> None:
    for company in (MINE, MINE, OTHER):
        told("company", "page", company)
    rows = [line.split("\t") for line in told("company", "pages")[1].splitlines()]
    assert [(row[1], row[3]) for row in rows] == [(MINE, "waits"), (MINE, "waits"), (OTHER, "waits")]
    assert told("company", "close-page", MINE, "--id", rows[0][0])[1] == f"{MINE}: 1 closed\n"
    assert told("company", "close-page", MINE)[1] == f"{MINE}: 1 closed\n"
    assert [line.split("\t")[3] for line in told("company", "pages", MINE)[1].splitlines()] == ["revoked"] * 2
    assert told("company", "pages", OTHER)[1].endswith("waits\n")


def test_a_company_that_is_not_there_is_named_with_those_that_are(told: Told) -> None:
    code, out, err = told("company", "page", "nessuna")
    assert (code, out) == (2, "")
    assert "nessuna: there is no such company; there are" in err


@pytest.mark.parametrize("words", [("page", MINE), ("pages",), ("close-page", MINE)])
def test_without_pages_it_says_what_to_set(told: Told, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    monkeypatch.delenv("KMZERO_WEB__URL")
    code, _, err = told("company", *words)
    assert code == 2
    assert "web.url: no page is served yet" in err
