"""The words of the reports: the same ones in both languages, and none that nothing says."""

from pathlib import Path

from bot.catalogue.text import LANGUAGES
from bot.insight.wording import PHRASES
from tests.bot.conversation.test_phrases import read

ROOT = Path(__file__).parents[3]


def test_both_languages_have_the_same_phrases_and_variables() -> None:
    italian, english = (read(language, PHRASES) for language in LANGUAGES)
    assert italian == english
    assert len(italian) > 50


def test_no_phrase_is_left_that_nothing_says() -> None:
    code = "".join(
        file.read_text("utf-8") for part in ("insight", "cli") for file in (ROOT / "bot" / part).rglob("*.py")
    )
    built = {"for", "lead", "what", "place", "no", "needs"}  # their ends are put on in the code
    ends = ("-about",)
    unsaid = [
        name
        for name in read("it", PHRASES)
        if f'"{name}"' not in code and name.split("-")[0] not in built and not name.endswith(ends)
    ]
    assert not unsaid
