"""A town is heard where it is used as a place, with whose it is; "la signora Modena" and "il cortile" are none."""

import pytest

from bot.config import SHIPPED_KNOWLEDGE
from bot.understanding.cues.facts import Facts, facts
from bot.understanding.cues.towns import Towns, of_towns
from bot.understanding.cues.whereabouts import left_out, places
from bot.understanding.learning.corpus import names_of
from bot.understanding.text.concepts import of_words
from bot.understanding.text.prepared import PreparedText, prepare
from tests.bot.understanding.cues.shipped_network import network

TOWNS = of_towns(*names_of(network(SHIPPED_KNOWLEDGE)))
NO_CONCEPTS = of_words(())


def prepared(text: str) -> PreparedText:
    return prepare(text, NO_CONCEPTS)


def heard(text: str, towns: Towns = TOWNS) -> Facts:
    message = prepared(text)
    return facts("", message.words, places(message, towns))


@pytest.mark.parametrize(
    ("said", "town", "whose"),
    [
        ("abito a Novi", "novi", "me"),
        ("Abitiamo a Novi di Modena", "novi", "me"),
        ("vivo in centro a Carpi con due figli", "carpi", "me"),
        ("sono di Campogalliano e cerco una badante", "campogalliano", "me"),
        ("sono una mamma single di Soliera", "soliera", "me"),
        ("mamma di Soliera con due figli", "soliera", "me"),
        ("sto a Limidi", "soliera", "me"),
        ("abito a Limidi di Soliera", "soliera", "me"),
        ("abito in via Modena 3 a Carpi", "carpi", "me"),
        ("abitiamo con mia mamma a Soliera", "soliera", "me"),
        ("residente a Rovereto sulla Secchia", "novi", "me"),
        ("sono in zona Cibeno", "carpi", "me"),
        ("mi sono trasferita da Modena a Carpi", "carpi", "me"),
        ("abito a campogaliano", "campogalliano", "me"),
        ("I live in Novi", "novi", "me"),
        ("we're from Soliera and need a nursery", "soliera", "me"),
        ("I'm near Fossoli", "carpi", "me"),
        ("mia mamma abita a Soliera", "soliera", "kin"),
        ("il babbo vive da solo a Fossoli", "carpi", "kin"),
        ("mia suocera a Limidi ha bisogno di compagnia", "soliera", "kin"),
        ("i nonni stanno a Novi", "novi", "kin"),
        ("vive a Soliera da sola", "soliera", "kin"),
        ("my mother lives in Soliera", "soliera", "kin"),
        ("io sto a Carpi, mia madre a Soliera", "soliera", "kin"),
        ("a Soliera c'è un nido?", "soliera", None),
        ("nido Soliera", "soliera", None),
        ("compriamo un rustico a Limidi", "soliera", None),
        ("nido, Novi", "novi", None),
        ("Novi", "novi", None),
        ("Cortile", "carpi", None),
        ("e a Cortile?", "carpi", None),
        ("sono di Appalto", "soliera", "me"),
        ("abito ad Appalto", "soliera", "me"),
        ("una palestra a Santa Croce", "carpi", None),
        ("un nido a Rovereto", "novi", None),
        ("something in Cortile", "carpi", None),
        ("un corso di inglese per mio figlio a Soliera", "soliera", None),
        ("abito a Soliera, c'è un nido a Carpi?", "carpi", None),
        ("lavoro a Carpi e abito a Novi", "novi", "me"),
        ("ospedale di Carpi", "carpi", None),
        ("cerco nuovi amici", None, None),
        ("mi servono vestiti novi", None, None),
        ("via Carpi 12", None, None),
        ("il signor Carpi non risponde", None, None),
        ("quanto fa il Carpi domenica", None, None),
        ("pulire in cortile", None, None),
        ("il cortile è pieno di foglie", None, None),
        ("lavoro in appalto", None, None),
        ("ho firmato un contratto d'appalto", None, None),
        ("non abito a Carpi", None, None),
        ("abito lontano da Carpi", None, None),
        ("sto cercando una badante", None, None),
    ],
)
def test_a_town_of_the_network_is_heard_with_whose_it_is(said: str, town: str | None, whose: str | None) -> None:
    found = heard(said)
    assert (found.town, found.elsewhere, found.town_of) == (town, None, whose)


@pytest.mark.parametrize(
    ("said", "elsewhere", "whose", "going"),
    [
        ("abito a Correggio", "correggio", "me", False),
        ("Correggio", "correggio", None, False),
        ("a Correggio c'è un nido?", "correggio", None, False),
        ("e a Modena?", "modena", None, False),
        ("sono di Rolo", "rolo", "me", False),
        ("abito a Reggio", "reggio-emilia", "me", False),
        ("Abito a Reggio Emilia", "reggio-emilia", "me", False),
        ("sto a San Martino in Rio", "san-martino-in-rio", "me", False),
        ("mio padre vive a San Felice", "san-felice-sul-panaro", "kin", False),
        ("i miei genitori stanno a Concordia", "concordia-sulla-secchia", "kin", False),
        ("abito a Finale", "finale-emilia", "me", False),
        ("abito a Moglia", "moglia", "me", False),
        ("vengo da Bologna", "bologna", "me", False),
        ("near Rubiera", "rubiera", None, False),
        ("we're from Mirandola", "mirandola", "me", False),
        ("un passaggio per Modena", "modena", None, True),
        ("devo andare a Parma ogni martedì", "parma", None, True),
        ("mia madre fa la dialisi a Modena", "modena", None, True),
        ("un collega di Correggio", "correggio", None, False),
        ("lavoro a Modena", None, None, False),
        ("devo andare al policlinico di Modena", None, None, False),
        ("tutta la provincia di Modena", None, None, False),
        ("la signora Modena è simpatica", None, None, False),
        ("mi chiamo Anna Gonzaga", None, None, False),
        ("via Modena", None, None, False),
        ("il Modena ha vinto", None, None, False),
        ("Modena Volley", None, None, False),
        ("prosciutto di Parma", None, None, False),
        ("l'esame finale", None, None, False),
        ("mia moglia è malata", None, None, False),
        ("sto a Reggio Calabria", None, None, False),
    ],
)
def test_a_town_outside_is_heard_too(said: str, elsewhere: str | None, whose: str | None, *, going: bool) -> None:
    found = heard(said)
    assert (found.town, found.elsewhere, found.town_of, found.going) == (None, elsewhere, whose, going)


def test_a_home_outside_is_kept_beside_the_town_where_a_service_is_wanted() -> None:
    found = heard("abito a Correggio, c'è un nido a Carpi?")
    assert (found.town, found.elsewhere, found.town_of) == ("carpi", "correggio", None)
    assert heard("tra Correggio e Carpi").elsewhere is None


def test_a_network_without_neighbours_hears_its_own_towns() -> None:
    towns = of_towns([("Carpi", "carpi"), ("Novi di Modena", "novi")])
    assert [heard(text, towns).town for text in ("sto a Novi", "a Novi di Modena", "CARPI centro", "a Bologna")] == [
        "novi",
        "novi",
        "carpi",
        None,
    ]


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("sono di Campogalliano e cerco una badante", "cerco una badante"),
        ("abito a Novi, mi serve l'isee", "mi serve l isee"),
        ("a Soliera c'è un nido?", "c e un nido"),
        ("I live in Carpi and need a dentist", "need a dentist"),
        ("cerco un nido e abito a Carpi", "cerco un nido"),
        ("cerco un nido e abito a Carpi e lavoro di notte", "cerco un nido e lavoro di notte"),
        ("siccome abito a Soliera in centro ho bisogno di un bus", "ho bisogno di un bus"),
        ("mia mamma vive a Soliera da sola", "mia mamma vive da sola"),
        ("un passaggio per Modena", "un passaggio per modena"),
        ("via Carpi 12", "via carpi 12"),
        ("abito a Novi", "abito a novi"),
    ],
)
def test_what_only_says_where_one_lives_is_not_weighed(said: str, rest: str) -> None:
    message = prepared(said)
    skipped = left_out(places(message, TOWNS), len(message.words))
    assert " ".join(word for at, word in enumerate(message.words) if at not in skipped) == rest
