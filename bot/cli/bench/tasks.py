"""What simulated employees come for: labelled messages, and every need type by buttons alone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.text import LANGUAGES, Language
from bot.cli.bench.labelled import Labelled

BUTTONS = "buttons"  # the style of who types nothing
SPOKEN: dict[str, Language] = {language: language for language in LANGUAGES}


@dataclass(frozen=True)
class Task:
    """What one employee is after, hidden from the bot.

    Each goal is a need type and those that do as well; a service of any of them serves it. `text` is None for who only
    presses buttons; `again` is what this person types after a wrong answer.
    """

    goals: tuple[tuple[str, ...], ...]
    style: str
    language: Language = "it"
    text: str | None = None
    again: str | None = None


def by_buttons(catalogue: Catalogue) -> list[Task]:
    """Return a task for every need type that has a service."""
    return [Task(((need,),), BUTTONS) for need in catalogue.needs if catalogue.by_need[need]]


def from_messages(messages: Iterable[Labelled], catalogue: Catalogue) -> list[Task]:
    """Return a task for every message that the bot could answer, by its language and needs; the others are left out.

    `again` is the next message of the same need and language, or else the need's example.
    """
    answerable = [m for m in messages if m.needs and m.language in SPOKEN]
    served = [m for m in answerable if all(catalogue.by_need.get(need) for need in m.needs)]
    alike: dict[tuple[tuple[str, ...], str], list[Task]] = defaultdict(list)
    for message in served:
        alike[message.needs, message.language].append(_task(message))
    following = {
        task: group[(place + 1) % len(group)].text for group in alike.values() for place, task in enumerate(group)
    }
    tasks = (_task(message) for message in served)
    return [replace(one, again=_other(one, following[one], catalogue)) for one in tasks]


def _task(message: Labelled) -> Task:
    alone = len(message.needs) == 1
    goals = tuple((need, *message.accept) if alone else (need,) for need in message.needs)
    return Task(goals, message.style, SPOKEN[message.language], message.text)


def _other(task: Task, following: str | None, catalogue: Catalogue) -> str | None:
    if following != task.text:
        return following
    example = catalogue.needs[task.goals[0][0]].example
    return example.of(task.language) if example else None
