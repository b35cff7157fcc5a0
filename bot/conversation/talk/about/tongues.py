"""Languages by name, as CLDR has them: `ar` is arabo, and Arabic."""

from babel import Locale

from bot.conversation.talk.world import World

SIGNED = "lis"  # Italian sign language: a language with a phrase of our own, for its code is no ISO 639-1 one


def tongue(code: str, world: World) -> str:
    """Return the name of a language in the language of the talk; the code itself where it has none."""
    if code == SIGNED:
        return world.words.label("tongue-lis")
    return str(Locale(world.language).languages.get(code, code))
