"""Ages in words: from 3 to 11, from 65 on, up to 3."""

from bot.catalogue.model import Ages
from bot.conversation.talk.world import World


def ages_in_words(ages: Ages, world: World) -> str:
    label = world.words.label
    if ages.start is not None and ages.end is not None:
        return label("ages-between", start=ages.start, end=ages.end)
    return label("ages-from", start=ages.start) if ages.start is not None else label("ages-to", end=ages.end or 0)
