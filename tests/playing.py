"""Playing the conversations of tests/dialogues on any phone."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.cast import Phone

FOLDER = Path(__file__).parent / "dialogues"
KNOWN = {"start", "say", "press", "sees", "sees_not", "buttons", "no_buttons"}


@dataclass(frozen=True)
class Dialogue:
    name: str
    who: str
    steps: tuple[dict[str, Any], ...]


def dialogues() -> list[Dialogue]:
    """Return every conversation of every table."""
    found = [each for file in sorted(FOLDER.glob("*.yaml")) for each in yaml.safe_load(file.read_text("utf-8"))]
    return [Dialogue(each["name"], each["who"], tuple(each["steps"])) for each in found]


async def play(dialogue: Dialogue, phone: Phone, invite: Callable[[str], str], companies: set[str]) -> None:
    """Play one conversation; every step must show what it says."""
    for number, step in enumerate(dialogue.steps, start=1):
        assert set(step) <= KNOWN, f"step {number}: {set(step) - KNOWN}"
        await _act(step, phone, invite, companies)
        _look(step, phone, f"step {number} of «{dialogue.name}»")


async def _act(step: dict[str, Any], phone: Phone, invite: Callable[[str], str], companies: set[str]) -> None:
    if "start" in step:
        link = step["start"]
        await phone.start(None if link is True else invite(link) if link in companies else link)
    elif "say" in step:
        await phone.say(step["say"])
    else:
        await phone.press(step["press"])


def _look(step: dict[str, Any], phone: Phone, where: str) -> None:
    for text in step.get("sees", []):
        assert text in phone.screen, f"{where}: {text!r} is not in\n{phone.screen}"
    for text in step.get("sees_not", []):
        assert text not in phone.screen, f"{where}: {text!r} is in\n{phone.screen}"
    labels = "\n".join(phone.buttons)
    for label in step.get("buttons", []):
        assert label in labels, f"{where}: no button {label!r} in\n{labels}"
    for label in step.get("no_buttons", []):
        assert label not in labels, f"{where}: there is a button {label!r} in\n{labels}"
    assert phone.buttons, f"{where}: a dead end\n{phone.screen}"
