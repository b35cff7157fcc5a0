"""A message that names no need: only for whom, where or when; or it asks about the card, or for a person.

"a Soliera", "no, per me", "meglio di sera" · "quanto costa?" · "vorrei parlare con un operatore".
"""

import re
from collections.abc import Sequence
from typing import Literal

from bot.understanding.cues import audience, times
from bot.understanding.cues.towns import Towns
from bot.understanding.text.normal import listed

Remark = Literal["who", "town", "when", "card", "person"]

_FOR = re.compile(
    r"\b(?:per|for) (?:(?:mi[aeo]|miei|un[ao]?|il|la|le|i|gli|my|a|the) )*"
    rf"(?:me|myself|{'|'.join(spoken for _, spoken in audience.SPOKEN)})\b"
)
_CARD = re.compile(
    r"\b(?:quanto (?:costa|viene|si paga|e)|(?:che|il|i) (?:prezzo|prezzi|costo)|dove (?:si trova|sono|sta|e)|"
    r"(?:a )?che (?:ora|ore) (?:apr\w+|chiud\w+)|quando (?:apr\w+|chiud\w+|e aperto)|(?:che|gli) orari(?:o)?|"
    r"(?:che|il) (?:numero|telefono|indirizzo)|"
    r"how much (?:is it|does it cost)|where is it|when (?:is it open|does it open)|(?:the )?(?:price|address|phone))\b"
)
_PERSON = re.compile(
    r"(?:\w+ ){0,4}(?:parlare|parlo|chiamare|talk|speak) (?:con|a|to|with) "
    r"(?:(?:un[ao]?|l|lo|qualche|a|an|the) )?(?:operator\w*|person[ae]?|umano|human|sportello|desk)"
    r"(?: (?:ver[ao]|reale|please|per favore))?"
)
_SMALL = listed(
    "no si ok okay scusa scusami anzi invece pero ma e o a ad in di da dalle del della al alla per il la lo le i un "
    "una mi me io intendo intendevo dicevo dico dire volevo voglio vorrei preferisco meglio magari solo soltanto "
    "anche se possibile vicino abito abitiamo sto stiamo zona presto tardi stesso stessa aperto aperti aprite "
    "the my for at on near live we only sorry actually better instead and not is it early late mean meant open"
)


def remarks(words: Sequence[str], places: Towns, town: str | None) -> tuple[Remark, ...]:
    """Return what a message says besides needs, where it names none; else nothing."""
    text = " ".join(words)
    if _PERSON.fullmatch(text):
        return ("person",)
    said: dict[Remark, object] = {
        "who": _FOR.search(text),
        "town": town,
        "when": times.part_of_week(words),
        "card": _CARD.search(text),
    }
    rest = times.without(_CARD.sub(" ", _FOR.sub(" ", text)))
    return tuple(kind for kind in said if said[kind]) if set(places.without(rest.split())) <= _SMALL else ()
