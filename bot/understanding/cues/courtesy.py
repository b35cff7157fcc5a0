"""Greetings and thanks: messages with nothing else in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.understanding.text.normal import listed, words

GREETINGS = (
    "ciao|buongiorno|buon giorno|buonasera|buona sera|buondi|buona giornata|buonanotte|salve|ehi|ehila|hey|hello|"
    "hi|good morning|"
    "good afternoon|good evening|ciao come stai|c e qualcuno|come va"
)
THANKS = (
    "grazie|grazie mille|ti ringrazio|vi ringrazio|ringrazio|gentilissimo|gentilissima|gentilissimi|sei stato "
    "utile|perfetto grazie|"
    "thanks|thank you|thx|cheers|many thanks|much appreciated"
)
FILLERS = listed(
    "a te voi tutti tutte mille molte tante molto infinite di cuore ancora davvero bot ok okay perfetto "
    "bene ottimo siete sei stato stati un sacco per l aiuto il la tuo you so very much a lot for your "
    "help all there la mi buona giornata serata"
)
LONGEST = 8


@dataclass(frozen=True)
class Courtesy:
    """Words that greet and words that thank."""

    greetings: frozenset[str]
    thanks: frozenset[str]

    def of(self, said: Sequence[str]) -> Literal["greeting", "thanks"] | None:
        """Return what the message is if it is nothing else; thanks win over a greeting."""
        if not said or len(said) > LONGEST or not set(said) <= self.greetings | self.thanks | FILLERS:
            return None
        if not self.thanks.isdisjoint(set(said) - FILLERS):
            return "thanks"
        return "greeting" if not self.greetings.isdisjoint(set(said) - FILLERS) else None


def of_phrases(greetings: Iterable[str], thanks: Iterable[str]) -> Courtesy:
    """Return the courtesy of the knowledge's phrases, beside what everyone says. Long phrases are left out."""
    return Courtesy(_vocabulary([*greetings, *GREETINGS.split("|")]), _vocabulary([*thanks, *THANKS.split("|")]))


def _vocabulary(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases if len(said := words(phrase)) <= LONGEST // 2 for word in said)
