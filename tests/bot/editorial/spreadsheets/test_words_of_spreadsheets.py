"""Everything that a spreadsheet shows, and that is said of its rows, is there in both languages."""

import re
from pathlib import Path

import pytest

from bot.catalogue.fluent import phrases_in
from bot.catalogue.text import LANGUAGES, Language
from bot.editorial.spreadsheets import wording
from bot.editorial.spreadsheets.layout import SHEETS
from bot.editorial.spreadsheets.wording import FOLDER, heading, say
from tests.bot.conversation.test_phrases import read

SOURCES = sorted(Path(wording.__file__).parent.glob("*.py"))
REASON = re.compile(
    r'(?:Unread|Refused)\("([a-z-]+)"|Noted\([^"]*(?:\[[^\]]*\])?[^"]*"([a-z-]+)"'
    r'|_ask\(table, row, "([a-z-]+)"|_refuse\(\w+, \w+, "([a-z-]+)"|Remark\([^"()]*(?:\([^)]*\))?[^"()]*"([a-z-]+)"'
)


def test_both_languages_have_the_same_phrases() -> None:
    assert read("it", FOLDER) == read("en", FOLDER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_a_heading_and_a_note(language: Language) -> None:
    for sheet, fields in SHEETS.items():
        headings = [heading(field, language) for field in fields]
        assert len({*headings}) == len(headings), sheet
        assert all(say(field.phrase, language, "note") for field in fields)


def test_every_reason_has_its_words() -> None:
    reasons = {why for file in SOURCES for found in REASON.findall(file.read_text("utf-8")) for why in found if why}

    assert len(reasons) > 20
    for language in LANGUAGES:
        words = phrases_in(FOLDER, language)
        assert not [why for why in reasons if not words._bundle.has_message(f"row-{why}")]
