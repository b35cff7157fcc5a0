"""A small network of needs, taught once, for tests of understanding."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Area, Concept, NeedType, Outside
from bot.catalogue.text import Text, Texts
from bot.understanding.blob import pack
from bot.understanding.engine import Engine, load
from bot.understanding.learning.corpus import Corpus, of_parts
from tests.learned import Learned

PHRASES = {
    "badante": Texts(
        it=(
            "cerco una badante per mia madre",
            "una signora che viva con la nonna giorno e notte",
            "la badante torna in Ucraina ad agosto",
            "assumere un'assistente familiare convivente",
        ),
        en=("I need a live-in carer for my mother", "someone to live with grandma"),
    ),
    "caf-isee": Texts(
        it=(
            "devo fare l'isee",
            "chi compila il 730",
            "isee per l'università",
            "appuntamento al caf per la dichiarazione",
        ),
        en=("help with my tax return", "where do I get the isee done"),
    ),
    "fisioterapia": Texts(
        it=(
            "mi fa male la schiena",
            "un fisioterapista per il ginocchio",
            "riabilitazione dopo la frattura",
            "dolore alla spalla",
        ),
        en=("physiotherapist for my back", "my knee hurts after the injury"),
    ),
    "sport": Texts(
        it=(
            "una palestra vicino al lavoro",
            "corso di nuoto per adulti",
            "abbonamento in palestra",
            "giocare a pallavolo la sera",
        ),
        en=("a gym near work", "swimming lessons"),
    ),
}


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    types = tuple(NeedType(id=need, name=Text(it=need), phrases=phrases) for need, phrases in PHRASES.items())
    outside = Outside(
        phrases=Texts(it=("voglio comprare un telefono nuovo", "chi ha vinto la partita", "che tempo fa domani")),
        danger=Texts(it=("mi lancia addosso i piatti",)),
        harmless=Texts(it=("la schiena mi uccide di botte",)),
    )
    concepts = (Concept(id="elderly", name=Text(it="una persona anziana"), words=Texts(it=("nonna", "mia madre"))),)
    return of_parts(
        (Area(id="all", name=Text(it="Tutto"), types=types),), outside, concepts, (("Novi di Modena", "novi"),)
    )


@pytest.fixture(scope="session")
def shipped(catalogue: Catalogue, learned: Learned) -> Engine:
    """The engine of the shipped knowledge."""
    return load(learned(catalogue.release))


@pytest.fixture(scope="session")
def engine(corpus: Corpus, learned: Learned) -> Engine:
    return load(pack(learned.of(corpus)))
