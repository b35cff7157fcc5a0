"""Which act a message is, with the screen as context."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import exp

from bot.understanding.acts import Act, Screen, leaning
from bot.understanding.scoring.model import Model, chances
from bot.understanding.text.marks import marks
from bot.understanding.text.prepared import PreparedText
from bot.understanding.text.views import concept_view

WEIGHTS = (0.5, 0.5, 0.8, 0.5)  # of the views; concepts and marks tell more of an act than of a need
SCALE = 3.0  # inverse temperature: the least log loss on held-out phrases, see docs/understanding.md
GREETING = re.compile(
    r"^\W*(?:ciao|buongiorno|buon giorno|buonasera|buona sera|salve|ehi|hey|hi|hello|good (?:morning|evening)|scusa\w*|"
    r"senti|allora|grazie|ok)\b[\W]*",
    re.IGNORECASE,
)
LEAST = 3  # words after a greeting that say something of their own
TOPIC = 0.4  # against a need where its services are on the screen, in units of the score


@dataclass(frozen=True)
class ActModel:
    """`acts` names the columns of the model."""

    acts: tuple[Act, ...]
    model: Model

    def heard(self, text: str, message: PreparedText) -> dict[Act, float]:
        """Return a probability for each act, of whatever screen; NEEDS stand for all that is no act."""
        scores = self.model.scores(marked(text, message)) * SCALE
        return dict(zip(self.acts, chances(scores, 1.0).tolist(), strict=True))

    def on_screen(self, heard: Mapping[Act, float], screen: Screen, *, topic: bool) -> dict[Act, float]:
        """Return the probabilities as a screen makes them, the likeliest first.

        `topic` tells that the message speaks of the need whose services are on the screen: then it is about them.
        """
        weighed = {act: p * exp(SCALE * leaning(act, screen)) for act, p in heard.items()}
        if topic:
            weighed["need"] *= exp(-SCALE * TOPIC)
        return by_chance(weighed)


def by_chance(weights: Mapping[Act, float]) -> dict[Act, float]:
    """Return weights as probabilities, the likeliest first."""
    total = sum(weights.values()) or 1.0
    return {act: p / total for act, p in sorted(weights.items(), key=lambda one: -one[1])}


def without_greeting(text: str) -> str:
    """Return what is said after a greeting; a greeting alone stays one."""
    rest = GREETING.sub("", text)
    return rest if len(rest.split()) >= LEAST else text


def marked(text: str, message: PreparedText) -> PreparedText:
    """Return a message whose concepts hold its marks too."""
    met = (*message.concepts, *marks(text, message.words, message.stems))
    return replace(message, concepts=met, views=(*message.views[:-1], concept_view(met)))
