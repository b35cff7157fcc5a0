"""The relative, the document and the language that a message names are heard."""

import pytest

from bot.understanding.cues import asked_about
from bot.understanding.cues.kin import kin
from bot.understanding.text.line import line_of


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("per mia mamma", "mother"),
        ("mio padre cade", "father"),
        ("no, per mio padre", "father"),
        ("mia suocera", "mother-in-law"),
        ("mio suocero", "father-in-law"),
        ("i miei genitori", "parents"),
        ("la nonna", "grandmother"),
        ("mio nonno", "grandfather"),
        ("mia zia", "aunt"),
        ("zio", "uncle"),
        ("mio fratello", "brother"),
        ("mia sorella", "sister"),
        ("vale per mia moglie?", "wife"),
        ("mio marito", "husband"),
        ("il mio compagno", "partner"),
        ("mia figlia", "daughter"),
        ("mio figlio", "son"),
        ("i bambini", "child"),
        ("il mio vicino di casa", "neighbour"),
        ("un posto vicino a casa", None),
        ("più vicino", None),
        ("un mio collega", "colleague"),
        ("per un'amica", "friend"),
        ("mio nipote", "grandchild"),
        ("per me", "me"),
        ("no, per me", "me"),
        ("my mum", "mother"),
        ("my mother-in-law", "mother-in-law"),
        ("for my wife", "wife"),
        ("our kids", "child"),
        ("sono una mamma single", None),
        ("sono una mamma con un bimbo di 3 anni", "child"),
        ("mia moglie lavora, un aiuto per mia mamma", "mother"),
        ("isee", None),
        ("for myself", "me"),
        ("my neighbour fell", "neighbour"),
        ("mamma di mio marito", "mother-in-law"),
        ("io abito a Novi", None),
        ("can I do it, for me", "me"),
        ("io non sono un parente", None),
        ("my daughter's friend", "daughter"),
        ("sono figlia unica e mia madre cade", "mother"),
        ("compagni di classe", None),
        ("mio figlio e mia figlia", "son"),
        ("il papà dei bimbi", "father"),
    ],
)
def test_the_relative_that_a_message_is_about_is_heard(said: str, who: str | None) -> None:
    assert kin(line_of(said, {})) == who


@pytest.mark.parametrize(
    ("said", "document"),
    [
        ("serve l'isee?", "isee"),
        ("ci vuole l'impegnativa?", "impegnativa"),
        ("serve la ricetta?", "ricetta"),
        ("ricetta rossa", "ricetta"),
        ("serve lo spid?", "spid"),
        ("con la cie", "cie"),
        ("carta d'identità elettronica", "cie"),
        ("carta d'identità", "documento"),
        ("le buste paga", "busta-paga"),
        ("la busta paga", "busta-paga"),
        ("tessera sanitaria", "tessera-sanitaria"),
        ("il codice fiscale", "codice-fiscale"),
        ("devo essere a digiuno?", "fasting"),
        ("do I need a prescription", "ricetta"),
        ("permesso di soggiorno", "permesso"),
        ("residence permit", "permesso"),
        ("che documenti servono", None),
        ("serve un documento?", "documento"),
        ("ricette di cucina", None),
        ("ho un permesso dal lavoro", None),
        ("fasting", "fasting"),
        ("payslip", "busta-paga"),
        ("il passaporto", "documento"),
        ("a referral?", "impegnativa"),
        ("do I need my ID card", "documento"),
        ("serve l'impegnativa del medico", "impegnativa"),
        ("ISEE", "isee"),
    ],
)
def test_a_document_is_heard(said: str, document: str | None) -> None:
    assert asked_about.document(line_of(said, {})) == document


@pytest.mark.parametrize(
    ("said", "tongue"),
    [
        ("parlano arabo?", "ar"),
        ("do they speak English?", "en"),
        ("qualcuno che parli ucraino", "uk"),
        ("arabo?", "ar"),
        ("e il cinese?", "zh"),
        ("in rumeno?", "ro"),
        ("corso di inglese", None),
        ("vorrei imparare l'inglese", None),
        ("ripetizioni di inglese", None),
        ("mia mamma parla solo arabo", "ar"),
        ("non parlo italiano", None),
        ("i dont speak italian", None),
        ("parlate anche l'urdu?", "ur"),
        ("capiscono il francese?", "fr"),
        ("interprete lis", "lis"),
        ("lingua dei segni", "lis"),
        ("badante rumena", None),
        ("c'è qualcuno che parla albanese", "sq"),
        ("a doctor who speaks Polish", "pl"),
        ("does anyone speak bengali", "bn"),
        ("punjabi", "pa"),
        ("tagalog?", "tl"),
        ("parla spagnolo?", "es"),
        ("parlano tedesco?", "de"),
        ("portoghese?", "pt"),
        ("parlate turco", "tr"),
        ("hindi?", "hi"),
        ("parlano italiano?", "it"),
        ("parlano russo?", "ru"),
        ("un mediatore che parli cinese", "zh"),
        ("compiti di francese", None),
        ("in English please", "en"),
        ("in inglese?", "en"),
        ("English?", "en"),
        ("si può parlare in arabo?", "ar"),
    ],
)
def test_a_language_that_is_spoken_is_heard_and_one_to_be_learnt_is_not(said: str, tongue: str | None) -> None:
    assert asked_about.spoken(line_of(said, {})) == tongue
