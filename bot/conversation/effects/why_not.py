"""Why somebody saw a service and took nothing: asked of few, with dice, so that nobody can know what they answered."""

from bot.conversation.effects.asking import Asking, Question
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.screens import doors
from bot.evaluation.randomized import REASONS, TRUTH, drawn

OF_TEN = 10


def question(asking: Asking) -> Question | None:
    """Ask with buttons that carry what the dice gave them, for one person and this once."""
    carried = drawn(asking.dice)
    choices = tuple(Choice(f"why:{carried[reason]}", asking.words.label(f"why-{reason}")) for reason in REASONS)
    true = round(TRUTH * OF_TEN)
    text = asking.words.say("why-ask", true=true, chance=OF_TEN - true)
    return Question(Message(text, choices=(*choices, asking.never())))


def answer(visit: Visit, reason: str) -> Step:
    """Thank, and say nothing of what the button carried."""
    words = visit.world.words
    if reason not in REASONS:
        return doors(visit.state.fresh(), visit.world, words.say("stale"))
    choices = (Choice("another", words.label("another-need")),)
    return visit.state, Reply((Message(words.say("why-thanks"), choices=choices),), in_place=True)
