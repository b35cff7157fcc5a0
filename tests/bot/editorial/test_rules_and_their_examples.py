"""Every rule keeps what its docstring promises, and has its words in both languages."""

import re
from textwrap import dedent

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.catalogue.text import LANGUAGES, Language
from bot.editorial import slow_rules
from bot.editorial.rules import rules
from bot.editorial.wording import PHRASES, line
from tests.bot.editorial.small_network import Folder

EXAMPLE = re.compile(r"^(Good|Bad), (in [^\n]+):\n((?:    [^\n]*\n)+)", flags=re.MULTILINE)
RULES = {**rules(), **slow_rules.rules()}
EXAMPLES = {
    name: {kind: f"# {part}\n{dedent(text)}" for kind, part, text in EXAMPLE.findall(rule.__doc__)}
    for name, rule in RULES.items()
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_good_example_of_a_rule_has_no_problem_of_that_rule(folder: Folder, name: str) -> None:
    folder.overlay(EXAMPLES[name]["Good"])

    assert name not in {problem.rule for problem in folder.check(phrases=name in slow_rules.rules()).problems}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_bad_example_of_a_rule_breaks_that_rule(folder: Folder, name: str) -> None:
    folder.overlay(EXAMPLES[name]["Bad"])

    assert name in {problem.rule for problem in folder.check(phrases=name in slow_rules.rules()).problems}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_broken_rule_says_where_and_why_in_one_line(folder: Folder, name: str, language: Language) -> None:
    folder.overlay(EXAMPLES[name]["Bad"])

    said = [
        line(problem, language)
        for problem in folder.check(phrases=name in slow_rules.rules()).problems
        if problem.rule == name
    ]

    assert all(re.fullmatch(rf"\S+\.yaml:\d+:\d+: (error|warning): [^\n]{{30,}}[.?] \({name}\)", text) for text in said)


class _Shape(Visitor):
    """The variables that each message and attribute of a file names."""

    def __init__(self) -> None:
        self.found: dict[str, set[str]] = {}
        self.at = ""

    def visit_Message(self, node: ast.Message) -> None:  # noqa: N802 - the visitor's own naming
        self.at = message = node.id.name
        self.found[message] = set()
        self.visit(node.value)
        for attribute in node.attributes:
            self.at = f"{message}.{attribute.id.name}"
            self.found[self.at] = set()
            self.visit(attribute.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found[self.at].add(node.id.name)


def _shape(language: Language) -> dict[str, set[str]]:
    resource = FluentParser().parse((PHRASES / f"{language}.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    shape = _Shape()
    shape.visit(resource)
    return shape.found


def test_both_languages_have_the_same_phrases_with_the_same_variables() -> None:
    assert _shape("it") == _shape("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_its_phrase(name: str, language: Language) -> None:
    assert name in _shape(language)
