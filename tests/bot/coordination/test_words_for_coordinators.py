"""What the bot says to coordinators: the same in both languages, all of it said, and short enough for buttons."""

import re
from pathlib import Path

import pytest

from bot.catalogue.text import LANGUAGES
from bot.coordination.wording import FOLDER
from bot.editorial.editing import FIELDS
from bot.insight.wrong import KINDS
from tests.bot.conversation.test_phrases import BANNED, read

PAGES = Path(FOLDER).parents[2] / "handlers" / "web"  # what organizations answer is read back there
CODE = "\n".join(
    file.read_text("utf-8") for folder in (Path(FOLDER).parent, PAGES) for file in sorted(folder.glob("*.py"))
)
BUILT = ("ask", "bad", "confirm", "kind", "told", "status", "button", "company")  # whose ends the code adds
LONGEST_LABEL = 40


def test_both_languages_have_the_same_phrases_and_variables() -> None:
    assert read("it", FOLDER) == read("en", FOLDER)


def test_every_phrase_is_said_somewhere() -> None:
    for name in read("it", FOLDER):
        start, _, end = name.partition("-")
        said = f'"{name}"' in CODE or (start in BUILT and (f'"{end}"' in CODE or end in KINDS or end in FIELDS))
        assert said or end.removeprefix("keep-") in FIELDS, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_are_short(language: str) -> None:
    labels = re.findall(r"^button-\S+ = (.*)$", (FOLDER / f"{language}.ftl").read_text("utf-8"), re.MULTILINE)
    assert labels
    assert max(map(len, labels)) <= LONGEST_LABEL


@pytest.mark.parametrize("word", BANNED)
def test_nobody_is_a_case(word: str) -> None:
    assert word not in (FOLDER / "it.ftl").read_text("utf-8").lower()
