"""Which situation a message tells, if one: what wants a plan, and not the card of a single service."""

from dataclasses import dataclass, replace

from bot.understanding.scoring.model import Model
from bot.understanding.text.concepts import ConceptFinder
from bot.understanding.text.marks import marks
from bot.understanding.text.prepared import PreparedText
from bot.understanding.text.views import concept_view

WEIGHTS = (0.5, 0.5, 0.8, 0.5)  # of the views, as for acts
# How far a situation must lead what is none, where one of its words is met and where none is. On held-out fifths of the
# phrases these find 55 of 100 and take 2 of 100 messages that name one need, most of them rightly; a single
# service asked for is served better by its card, so the second figure is the one that must stay small.
NAMED, UNNAMED = 0.0, 0.5


@dataclass(frozen=True)
class PlanModel:
    """`situations` names the columns of the model, save the last one: what is none. `cues` finds their words."""

    situations: tuple[str, ...]
    cues: ConceptFinder
    model: Model

    def told(self, text: str, message: PreparedText, *, need_is_clear: bool = False) -> str | None:
        """Return the situation that a message tells; where one need is clear too, a word of it is not enough."""
        if not self.situations or not message.words:
            return None
        seen = cued(text, message, self.cues)
        *scores, none = self.model.scores(seen).tolist()
        lead, best = max((score - none, situation) for score, situation in zip(scores, self.situations, strict=True))
        named = best in dict(seen.concepts) and not need_is_clear
        return best if lead > (NAMED if named else UNNAMED) else None


def cued(text: str, message: PreparedText, cues: ConceptFinder) -> PreparedText:
    """Return a message whose concepts hold its marks, and the situations whose words it has."""
    spoken = message.language or "it"
    met = (*message.concepts, *marks(text, message.words, message.stems), *cues.met(message.stems, spoken))
    return replace(message, concepts=met, views=(*message.views[:-1], concept_view(met)))
