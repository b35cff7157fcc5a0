"""What a preview cannot do, since nothing is kept of it: it says where that is done."""

from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Message, Reply
from bot.conversation.talk.trust import way_back

# The effects that write nothing for a guest: a preview answers them as the chat does.
HERE = frozenset({"take", "contact", "save", "ring", "privacy", "language"})


def answer(visit: Visit, _name: str | None) -> Step:
    """Say that this is done on Telegram, through the company's link; what is on the screen stays in reach."""
    text = visit.world.words.say("preview-elsewhere")
    return visit.state, Reply((Message(text, choices=way_back(visit.state, visit.world)),))
