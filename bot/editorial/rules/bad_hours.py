"""Opening hours can be read, and mean to a program what they mean to people.

Good, in the service:
    hours: "dal lunedì al venerdì dalle 9 alle 12.30; chiuso ad agosto"
Bad, in the service:
    hours: "Mo-Fr 08:30-13:00; Tu,Th 15:00-17:30"
"""

from collections.abc import Iterator

from bot.catalogue.hours.reading import read
from bot.catalogue.hours.value import Refused
from bot.catalogue.text import Language
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.wording import sentence
from bot.editorial.written_hours import written_hours


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for hours, position, *_ in written_hours(knowledge):
        if isinstance(refused := read(hours), Refused):
            yield Problem(position, "bad-hours", values=_values(hours, refused), variant=_variant(refused))


def because(hours: str, refused: Refused, language: Language) -> str:
    """Return cause and cure of a refusal in one sentence, for who is not at a file."""
    return sentence("bad-hours", language, _values(hours, refused), _variant(refused))


def _variant(refused: Refused) -> str:
    return "" if refused.cause == "unreadable" else refused.cause  # that is the phrase itself


def _values(hours: str, refused: Refused) -> dict[str, str | int]:
    said = " ".join(hours.split())
    return {"hours": said, "piece": refused.piece or said, "proposal": refused.proposal or "none"}
