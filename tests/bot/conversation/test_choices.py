"""Every choice that the code makes has its row, every row has its function, and what a row says holds."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.conversation.choices import KINDS, ROWS, By, faded, split
from bot.conversation.effects import by_kind, how_it_went, wrong_entries
from bot.conversation.messages import COMMANDS, ERASE
from bot.conversation.talk import chips, dialogue, hearing, plans
from bot.conversation.talk.explain import reachable
from bot.conversation.talk.state import State
from bot.conversation.talk.typed import BARE
from bot.conversation.talk.world import World
from bot.coordination import commands
from bot.coordination.routing import ANSWERS
from bot.coordination.wording import PREFIX
from handlers.api.callback import LONGEST_CHOICE
from tests.cast import NOON

ROOT = Path(__file__).parents[3]
LONGEST_ID = 40  # of a service or an offer
MAKERS = {"Choice": 0, "_choice": 1, "button": 1}  # where the id, or a coordinators' act, is among the arguments
CONSTANTS = {"ERASE": ERASE, "PREFIX": PREFIX}
# Where a kind is known only when the code runs: the expression that makes it, and what it can be.
BUILT = {
    ("bot/coordination/entries.py", "act"): {"valid", "price", "hours", "phone", "resume", "room", "answers", *ANSWERS},
    ("bot/coordination/routing.py", "act"): {"see", "valid", *ANSWERS},
    ("bot/conversation/talk/screens.py", "option.kind"): {"door", "area", "need"},
    ("bot/conversation/talk/chips.py", "kind"): set(chips.SIGNS),
    ("bot/conversation/talk/afterwards.py", "kind"): {"ring", "w-mute", "w-full"},
    ("bot/conversation/talk/plans.py", "_target(step)"): set(plans.KINDS.values()),
    ("bot/conversation/effects/how_it_went.py", "kind"): {*how_it_went.ANSWERS.values(), *how_it_went.REASONS.values()},
    ("bot/conversation/effects/asked_later.py", "choice"): {"h-never", "h-again"},
    ("bot/conversation/effects/wrong_entries.py", "choice"): set(wrong_entries.CHOICES.values()),
    ("bot/conversation/effects/form_questions.py", "sheet.button"): {"form", "sheet"},
}
PASSED_ON = {
    ("bot/conversation/talk/answers.py", "choice"),  # _choice itself
    ("bot/coordination/wording.py", "f'{PREFIX}{act}:{name}'.rstrip(':')"),  # button itself
    ("bot/conversation/notices.py", "*choice"),  # one that was made before
}
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.mark.parametrize(
    ("by", "functions"), [("talk", dialogue.CHOICES), ("effect", by_kind.CHOICES), ("coordinators", {"coord"})]
)
def test_each_kind_is_carried_out_where_its_row_says(by: By, functions: dict[str, object]) -> None:
    assert set(functions) == {row.name for row in ROWS if row.by == by}


def test_no_kind_has_two_rows() -> None:
    assert len(KINDS) == len(ROWS)


def test_every_choice_that_is_made_has_a_row() -> None:
    made = {(place, id_) for maker, place, id_ in choices_made() if maker != "button"}
    assert len(made) > len(ROWS), "the search finds them"
    assert not {(place, id_) for place, id_ in made if id_.partition(":")[0] not in KINDS}


def test_every_choice_of_coordinators_has_a_function() -> None:
    acts = {id_ for maker, _, id_ in choices_made() if maker == "button"}
    acts |= {id_.split(":")[1] for _, _, id_ in choices_made() if id_.startswith(PREFIX)}
    acts |= {id_.removeprefix(PREFIX) for id_ in COMMANDS.values() if id_.startswith(PREFIX)}
    assert acts == set(commands.CHOICES)


def test_every_command_is_a_choice_that_has_a_row() -> None:
    assert {split(choice)[0] for choice in COMMANDS.values()} <= set(KINDS)
    assert all(COMMANDS[word] == choice for word, choice in BARE.items())


def test_every_choice_that_is_heard_has_a_row() -> None:
    heard = {*hearing.BUTTONS.values(), *hearing.OF_THE_CARD.values()}
    assert {split(choice)[0] for choice in heard} <= set(KINDS)


def test_every_right_is_possible_at_any_time_and_nobody_is_counted_for_it() -> None:
    rights = [row for row in ROWS if row.right]
    assert rights
    assert all(row.at_any_time and not row.counted for row in rights)


def test_what_fades_becomes_something_that_does_not() -> None:
    later = [faded(f"{row.name}:{name}") for row in ROWS for name in row.fades]
    assert later
    assert all(choice in KINDS and faded(choice) == choice for choice in later)


def test_a_button_carries_the_longest_id() -> None:
    long = [row.name for row in ROWS if row.names in {"service", "offer"}]
    assert all(len(f"{name}:") + LONGEST_ID <= LONGEST_CHOICE for name in long)


@pytest.mark.parametrize("kind", [row.name for row in ROWS if row.names == "service"])
def test_what_is_about_one_service_leads_to_it(catalogue: Catalogue, kind: str) -> None:
    world = World(catalogue, "it", None, NOON)
    assert reachable(f"{kind}:casa-sicura", State(), world) == ["casa-sicura"]


@pytest.mark.parametrize("kind", [row.name for row in ROWS if row.names == "offer"])
def test_what_is_about_one_offer_leads_to_its_service(catalogue: Catalogue, kind: str) -> None:
    world = World(catalogue, "it", None, NOON)
    assert reachable(f"{kind}:casa-sicura-rete", State(), world) == ["casa-sicura"]


def choices_made() -> Iterator[tuple[str, str, str]]:
    """Every choice that the code makes: by which function, in which file, and its id as far as it is known."""
    for file in sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]):
        place = file.relative_to(ROOT).as_posix()
        tree = ast.parse(file.read_text("utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            maker = ast.unparse(call.func).rpartition(".")[2]
            if maker in MAKERS:
                around = [node for node in ast.walk(tree) if isinstance(node, FUNCTION) and call in ast.walk(node)]
                spot = Spot(place, around[-1] if around else tree)
                yield from ((maker, place, id_) for id_ in spot.ids(call, MAKERS[maker]))


@dataclass(frozen=True)
class Spot:
    """Where a choice is made: the file, and the innermost function around it."""

    place: str
    scope: ast.AST

    def ids(self, call: ast.Call, at: int) -> set[str]:
        """Return the ids that a call can make, up to the first part that is known only when the code runs."""
        keywords = [keyword.value for keyword in call.keywords if keyword.arg == "id"]
        id_ = keywords[0] if keywords else call.args[at]
        if (self.place, ast.unparse(id_)) in PASSED_ON:
            return set()
        found = self.firsts(id_) if isinstance(id_, ast.Starred) else self.texts(id_)
        assert found, f"{self.place}:{call.lineno}: of what kind is {ast.unparse(id_)}? BUILT can say it"
        return found

    def texts(self, node: ast.expr) -> set[str]:
        """Return the texts that an expression can be."""
        match node:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.JoinedStr(values=[first, ast.Constant(value=str(then)), *_]):
                return {f"{start}{then}" for start in self.texts(first)}
            case ast.JoinedStr(values=[first, *_]):
                return self.texts(first)
        found = set[str]().union(*map(self.texts, self.parts(node)))
        return found or BUILT.get((self.place, ast.unparse(node)), set())

    def firsts(self, node: ast.expr) -> set[str]:
        """Return the first texts of the pairs, an id and its phrase, that an expression can be or hold."""
        match node:
            case ast.Tuple(elts=[ast.Constant(value=str(text)), ast.Constant()]):
                return {text}
        return set[str]().union(*map(self.firsts, self.parts(node)))

    def parts(self, node: ast.expr) -> list[ast.expr]:
        """Return the expressions whose values an expression can have or hold."""
        match node:
            case ast.Name(id=name):
                return [ast.Constant(CONSTANTS[name])] if name in CONSTANTS else self.sources(name)
            case ast.IfExp(body=one, orelse=other):
                return [one, other]
            case ast.Tuple(elts=parts):
                return parts
            case ast.Starred(value=value) | ast.FormattedValue(value=value):
                return [value]
        return []

    def sources(self, name: str) -> list[ast.expr]:
        """Return what a name is set to, or runs through, in this function."""
        found = []
        for node in ast.walk(self.scope):
            match node:
                case ast.comprehension(target=ast.Name(id=target), iter=source) if target == name:
                    found.append(source)
                case ast.Assign(targets=[ast.Name(id=target)], value=source) if target == name:
                    found.append(source)
        return found
