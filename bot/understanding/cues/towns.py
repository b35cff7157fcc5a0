"""Which town a message names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.understanding.text.normal import words

SHORTEST = 4  # letters of the first word of a long name that may stand for the whole: "Novi" for "Novi di Modena"


@dataclass(frozen=True)
class Towns:
    """Names in their normal form, the longest first, and the town of each."""

    names: tuple[tuple[tuple[str, ...], str], ...]

    def town(self, said: Sequence[str]) -> str | None:
        """Return the id of the town that is named first."""
        for position in range(len(said)):
            for name, town in self.names:
                if tuple(said[position : position + len(name)]) == name:
                    return town
        return None

    def without(self, said: Sequence[str]) -> list[str]:
        """Return the words that name no town."""
        text = f" {' '.join(said)} "
        for name, _ in self.names:
            text = text.replace(f" {' '.join(name)} ", " ")
        return text.split()


def of_towns(towns: Iterable[tuple[str, str]]) -> Towns:
    """Return the places of names and ids; a long name is known by its first word too, if no other has it."""
    full = [(tuple(words(name)), town) for name, town in towns]
    firsts = [name[0] for name, _ in full if name]
    short = [
        (name[:1], town)
        for name, town in full
        if len(name) > 1 and len(name[0]) >= SHORTEST and firsts.count(name[0]) == 1
    ]
    return Towns(tuple(sorted([(name, town) for name, town in [*full, *short] if name], key=lambda one: -len(one[0]))))
