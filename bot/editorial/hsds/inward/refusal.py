"""What of a package is not taken, and why."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """`id` is that of the package; the reason is a variant of the phrase `refused` with its values."""

    id: str
    why: str
    values: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Doubt:
    """What was left out of a service that is taken: a variant of the phrase `doubt` with its values."""

    id: str
    why: str
    values: dict[str, str | int] = field(default_factory=dict)
