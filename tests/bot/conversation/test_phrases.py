"""What the bot says: both languages say the same things, and every phrase is used and known."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.catalogue.text import LANGUAGES, Language
from bot.conversation.markup import plain
from bot.conversation.phrasebook import PHRASES, phrases

BOT = Path(__file__).parents[3] / "bot"
BANNED = ("utente", "beneficiari", "purtroppo", "presa in carico", "erogazion")


class Variables(Visitor):
    """Collects the variables of a phrase, also through the phrases that it names."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's name
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor's name
        self.names.add(f"@{node.id.name}")


def text(language: str, folder: Path = PHRASES) -> str:
    """The whole text of all files of a language."""
    return "\n".join(file.read_text("utf-8") for file in sorted(folder.glob(f"*{language}.ftl")))


def read(language: str, folder: Path = PHRASES) -> dict[str, set[str]]:
    resource = FluentParser().parse(text(language, folder))
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            variables = Variables()
            variables.visit(entry)
            assert entry.id.name not in found, f"{entry.id.name} is there twice"
            found[entry.id.name] = variables.names
    return found


def test_both_languages_have_the_same_phrases_and_variables() -> None:
    italian, english = read("it"), read("en")
    assert italian == english


def test_every_phrase_is_said_somewhere() -> None:
    code = "\n".join(file.read_text("utf-8") for file in [*BOT.rglob("*.py"), *(BOT.parent / "handlers").glob("*.py")])
    built = {
        "shared",
        "refused",
        "consent",
        "codes",
        "chip",
        "who",
        "when",
        "how",
        "invite",
        "wrong",
        "ages",
        *("heard", "not", "why"),
        *("day", "month", "part", "document", "tongue", "question", "feeling"),
    }  # their ends are put together in the code
    named = {name for names in read("it").values() for name in names}
    unused = [
        phrase
        for phrase in read("it")
        if f'"{phrase}"' not in code and f"@{phrase}" not in named and phrase.partition("-")[0] not in built
    ]
    assert unused == []


@pytest.mark.parametrize("word", BANNED)
def test_nobody_is_a_case(word: str) -> None:
    assert word not in text("it").lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_put_into_a_phrase_is_escaped(language: Language) -> None:
    said = phrases(language).say("next-need", need="<b>5 & 6</b>")
    assert "<b>" not in said
    assert plain(said).endswith("<b>5 & 6</b>")


def test_a_phrase_that_is_not_there_is_an_error_of_ours() -> None:
    with pytest.raises(LookupError):
        phrases("it").say("no-such-phrase")
    with pytest.raises(ValueError, match="next-need"):
        phrases("it").say("next-need")


def test_no_line_is_too_long_for_a_phone() -> None:
    lines = re.findall(r"^\S.*? = (.*)$", text("it"), re.MULTILINE)
    assert max(len(line) for line in lines) < 230
