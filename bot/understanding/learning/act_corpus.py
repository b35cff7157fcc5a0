"""What people type when they do something else than state a need: the program's own phrases, a file for each act."""

from collections.abc import Iterator
from pathlib import Path

from bot.catalogue import own_yaml
from bot.understanding.acts import TAUGHT, Act
from bot.understanding.text.town_slot import slotted

FOLDER = Path(__file__).parents[1] / "act_phrases"


def phrases(act: Act) -> tuple[str, ...]:
    """Return the phrases of an act, of "need" too: needs as they are said in the middle of a talk."""
    spoken = own_yaml.read(FOLDER / f"{act.replace(':', '-')}.yaml")
    return tuple(slotted(line) for block in spoken.values() for line in block.splitlines())


def act_phrases() -> Iterator[tuple[Act, str]]:
    """Yield every phrase of the program with its act."""
    for act in (*TAUGHT, "need"):
        yield from ((act, phrase) for phrase in phrases(act))
