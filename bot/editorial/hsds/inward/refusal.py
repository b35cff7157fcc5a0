"""What of a package is not taken, and why."""

from dataclasses import dataclass, field

from bot.catalogue.text import Language
from bot.editorial.wording import sentence


@dataclass(frozen=True)
class Refusal:
    """`id` is that of the package; the reason is a variant of the phrase `hsds-refused` with its values."""

    id: str
    why: str
    values: dict[str, str | int] = field(default_factory=dict)

    def reason(self, language: Language) -> str:
        return sentence("hsds-refused", language, self.values, self.why)


@dataclass(frozen=True)
class Doubt:
    """What was left out of a service that is taken: a variant of the phrase `hsds-doubt` with its values."""

    id: str
    why: str
    values: dict[str, str | int] = field(default_factory=dict)

    def text(self, language: Language) -> str:
        return sentence("hsds-doubt", language, self.values, self.why)
