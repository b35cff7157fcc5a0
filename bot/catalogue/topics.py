"""What a network helps with, in words: only what somebody serves there, and an example that finds a service."""

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.fluent import Phrases
from bot.catalogue.text import Language

# The areas that the phrases `topics-…` speak of, and the need of the example that they bring: of the library.
SPOKEN_OF = {"infanzia", "anziani", "salute", "casa-mobilita", "formazione", "conciliazione", "tutele"}
EXAMPLE = "telesoccorso-ausili"


def areas_served(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the areas of which somebody serves a need, in the order of the doors."""
    return tuple(dict.fromkeys(catalogue.area_of[need].id for need in catalogue.served))


def is_broad(catalogue: Catalogue) -> bool:
    """Tell whether general words are true of a network: it serves all that they speak of."""
    return set(areas_served(catalogue)) >= SPOKEN_OF


def listed(catalogue: Catalogue, language: Language) -> str:
    """Return the names of the areas that are served, one after the other."""
    return ", ".join(catalogue.area_label(area, language).lower() for area in areas_served(catalogue))


def topics(phrase: str, catalogue: Catalogue, words: Phrases) -> str:
    """Return the general words of a phrase where they are true, else what there is."""
    said = "" if is_broad(catalogue) else listed(catalogue, words.language)
    return said or words.label(phrase)


def example(catalogue: Catalogue, words: Phrases) -> str:
    """Return what somebody might write here: for that, there is a service."""
    if EXAMPLE in catalogue.served or not catalogue.served:
        return words.label("example-plain")
    return example_of(catalogue.served[0], catalogue, words.language)


def example_of(need: str, catalogue: Catalogue, language: Language) -> str:
    """Return how somebody says a need."""
    known = catalogue.needs[need]
    return (known.example or known.ask or known.name).of(language)
