"""Why a service is proposed, in a line under its card."""

from markupsafe import Markup

from bot.catalogue.model import Concept, NeedType
from bot.catalogue.text import Language
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.fit import stems

NAMED = 2  # concepts in a line
RELATED = 3  # stems that a concept's words must share with a need's own, or naming it would puzzle


def why(need: str, state: State, world: World) -> Markup | None:
    """Return the concepts that were met and belong to this need; None where there are none: a vague reason is none."""
    known = world.catalogue.needs[need]
    if state.source == "button":
        return None
    met = [concept for concept in world.catalogue.release.concepts if concept.id in state.concepts]
    names = [c.name.of(world.language) for c in met if _belongs(c, known, world.language)][:NAMED]
    if names:
        return world.words.say("why-concepts", concepts=", ".join(names))
    return None


def _belongs(concept: Concept, need: NeedType, language: Language) -> bool:
    about = [part.of(language) for part in (need.name, need.about, need.ask) if part]
    own = stems(" ".join((*about, *need.words.of(language))), language)
    return len(own & stems(" ".join(concept.words.of(language)), language)) >= RELATED
