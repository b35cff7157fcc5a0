"""A text says something: no mark of a spreadsheet, or of a form, that a value is missing.

Good, in the service:
    documents: [{it: Carta d'identità, en: Identity card}]
Bad, in the service:
    documents: [{it: "#RIF!", en: nan}]
"""

import re
from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

LEFTOVER = re.compile(
    r"#(?:ref|rif|n/[ad]|n\.d|div/0|value|valore|name|nome|num|null|nullo)[!?.]?|nan|null|none|undefined"
    r"|n\.? ?[dcp]\.?|n/[ad]|[-–—_.…?]+|x{2,}|tbd|todo|da (?:completare|definire|inserire|tradurre)|lorem ipsum.*"
    r"|[\[<](?:inseri|scriv|insert|write|your|testo|nome|name|text)\w*\b.*[\]>]",
    re.IGNORECASE,
)
# Fields with a rule of their own, ids, and what people type.
NOT_HERE = frozenset(
    {"phrases", "words", "keywords", "phone", "number", "email", "web", "languages", "hours", "voucher", "id", "code"}
)
LONGEST = 60  # signs


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source in knowledge.sources:
        for scalar in source.scalars(without=NOT_HERE):
            text = scalar.text.strip()
            if scalar.value is not None and len(text) <= LONGEST and LEFTOVER.fullmatch(text) and not _needed(text):
                yield Problem(scalar.position, "leftover-value", values={"given": text})


def _needed(text: str) -> bool:
    """Whether it is a value that some fields have."""
    return text == "none"
