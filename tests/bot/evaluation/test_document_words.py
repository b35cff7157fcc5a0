"""The words of the evaluation: the same ones in both languages, and none that nothing says."""

from pathlib import Path

from bot.catalogue.text import LANGUAGES
from bot.evaluation.wording import PHRASES
from tests.bot.conversation.test_phrases import read

ROOT = Path(__file__).parents[3]
# Their ends are put on in the code.
BUILT = (
    "answering",
    "by",
    "cannot",
    "cause",
    "changed-part",
    "costs",
    "for",
    "form",
    "lead",
    "of",
    "promised",
    "reason",
)
ALSO = ("rules", "source", "step", "unit", "verdict", "why")


def test_both_languages_have_the_same_phrases_and_variables() -> None:
    italian, english = (read(language, PHRASES) for language in LANGUAGES)
    assert italian == english
    assert len(italian) > 100


def test_no_phrase_is_left_that_nothing_says() -> None:
    files = [*(ROOT / "bot" / "evaluation").glob("*.py"), *(ROOT / "bot" / "cli").glob("evaluation*.py")]
    code = "".join(file.read_text("utf-8") for file in files)
    unsaid = [name for name in read("it", PHRASES) if f'"{name}"' not in code and not name.startswith(BUILT + ALSO)]
    assert not unsaid
