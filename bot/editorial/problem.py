"""A fault in a knowledge file: where it is, how bad, which rule says so."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Level = Literal["error", "warning"]


class Position(NamedTuple):
    """A point in a file; line and column count from 1. A tuple, because every node of a file has one."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """A fault. `rule` is also the id of its phrase, and `values` are what the phrase names."""

    position: Position
    rule: str
    level: Level = "error"
    values: dict[str, str | int] = field(default_factory=dict)
    variant: str = ""  # another wording of the same rule: the phrase is then `rule.variant`
