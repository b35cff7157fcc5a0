"""In a small network everything speaks only of what it has; a need that nobody serves is said to be so at once."""

from pathlib import Path

import pytest
import yaml

from bot.assembly import House
from bot.catalogue.catalogue import Catalogue
from bot.conversation import tally
from bot.conversation.messages import Began, Chose, Said
from bot.insight.content import compose
from bot.insight.events import Gap
from bot.insight.ledger import Report
from bot.insight.quarters import Quarter
from bot.people import roles
from tests import small
from tests.cast import NOON, CorePhone

TABLE = yaml.safe_load((Path(__file__).parents[2] / "data" / "small_network.yaml").read_text(encoding="utf-8"))
NOBODY = ("non c'è ancora nessuno", "there is nobody yet")
OTHER_WORDS = ("altre parole", "parole tue", "other words", "own words")
CARPI = ("Carpi", "Soliera", "Campogalliano", "Novi di Modena")
MEANT = ("assistenza-domiciliare", "badante", "doposcuola", "centri-estivi", "caf-isee", "debiti-prestiti")
NOT_HERE = (
    "salute",
    "sport",
    "palestra",
    "pulsante",
    "casa e mobilità",
    "nido",
    "babbo è caduto",
)  # areas and examples


@pytest.fixture
def catalogue(small_house: House) -> Catalogue:
    with small_house.store.read() as tx:
        return small_house.concierge.live.edition(tx).catalogue


def asked(house: House, text: str) -> CorePhone:
    """Return the phone of somebody who works there, has said yes, and writes this first."""
    phone = CorePhone(house, f"who writes {text}", small.COMPANY)
    for message in (Began(), Chose("consent:yes"), Said(text)):
        phone.send(message)
    return phone


def test_nine_in_ten_golden_questions_bring_their_service_first(small_house: House) -> None:
    phones = [(row, asked(small_house, row["say"])) for row in TABLE["served"]]
    wrong = [row for row, phone in phones if not phone.services or row["need"] not in phone.services[0].needs]

    assert len(wrong) * 10 <= len(phones), wrong


def test_every_need_that_nobody_serves_is_said_to_be_so_at_once(small_house: House, catalogue: Catalogue) -> None:
    for row in TABLE["unserved"]:
        phone = asked(small_house, row["say"])
        name = catalogue.needs[row["need"]].name
        told = f"{row}: {phone.screen}"
        assert any(said in phone.screen for said in NOBODY), told
        assert name.of("it") in phone.screen or name.of("en") in phone.screen, told
        assert not phone.services, told
        assert not any(said in phone.screen for said in OTHER_WORDS), told
        assert "0546 000 100" in phone.screen, told


SAID = {  # what is written -> what the answer is
    "cerco un posto al nido": """\
Nido e servizi 0-3 anni: per questo, qui a Faenza e dintorni, non c'è ancora nessuno.
Se può servirti, qui sotto c'è quello che ci va più vicino.
Oppure chiedi a una persona, che sa a chi mandarti:
Sportello di Faenza Vicina: 0546 000 100 (mar, gio 9–12:30; festivi chiuso), Piazza della Libertà 10, Faenza.""",
    "abito a Brisighella, quando posso andare in pensione?": """\
Pensione e previdenza: per questo, qui a Brisighella, non c'è ancora nessuno.
Fuori dalla rete puoi chiedere a: Un patronato; INPS.
Se può servirti, qui sotto c'è quello che ci va più vicino.
Oppure chiedi a una persona, che sa a chi mandarti:
Sportello di Faenza Vicina: 0546 000 100 (mar, gio 9–12:30; festivi chiuso), Piazza della Libertà 10, Faenza.""",
}


@pytest.mark.parametrize(("text", "answer"), SAID.items())
def test_it_is_said_where_and_who_can_help(small_house: House, text: str, answer: str) -> None:
    assert asked(small_house, text).screen == answer


async def test_what_is_near_is_a_button_and_the_public_place_too(small_house: House) -> None:
    phone = asked(small_house, "quando posso andare in pensione?")
    assert phone.buttons[:2] == ["Un patronato", "INPS"]

    await phone.press("Un patronato")
    assert "Fa gratis le domande all'INPS" in phone.screen

    phone.send(Said("quando posso andare in pensione?"))
    await phone.press("730, ISEE e assegno unico")
    assert [shown.id for shown in phone.services] == ["isee-e-730"]


async def test_who_did_not_mean_it_goes_on_among_what_there_is(small_house: House) -> None:
    phone = asked(small_house, "cerco un posto al nido")

    await phone.press("Non è questo")

    assert not any(said in phone.screen for said in NOBODY)
    assert {need for shown in phone.services for need in shown.needs} == {"doposcuola", "centri-estivi"}


TWO = "devo fare l'isee e poi mi serve un idraulico che il lavandino perde"


def test_of_two_needs_the_one_that_is_served_comes_after_what_is_said_of_the_other(small_house: House) -> None:
    phone = asked(small_house, TWO)

    first, second = phone.screen.split("\n")[:2]
    assert first == "Piccole riparazioni e giardino: per questo, qui a Faenza e dintorni, non c'è ancora nessuno."
    assert second == "Per CAF 730 e ISEE invece c'è questo:"
    assert [shown.id for shown in phone.services] == ["isee-e-730"]
    assert "next:manutenzioni" not in [choice.id for choice in phone.choices], "no button leads nowhere"


def test_a_plan_says_that_nobody_does_the_rest_of_it(small_house: House) -> None:
    phone = asked(small_house, "ieri ci ha lasciati mio suocero, che cosa c'è da fare?")

    assert "Per il resto, qui a Faenza e dintorni, non c'è ancora nessuno: lo sportello (0546 000 100)" in phone.screen
    assert all(choice.id.startswith("place:") for choice in phone.choices)


def test_what_nobody_serves_is_counted_as_asked_in_vain_and_a_guess_is_not(small_house: House) -> None:
    cases = {
        "cerco un posto al nido": {Gap("nido", "")},
        "abito a Brisighella e cerco un dentista": {Gap("dentista", "brisighella")},
        TWO: {Gap("manutenzioni", "")},
        "my dog needs a sitter on Saturday and a haircut too": set(),
    }
    for text, gaps in cases.items():
        assert counted(small_house, text) == gaps, text


def counted(house: House, text: str) -> set[Gap]:
    """Return what a message of somebody new is counted for as asked in vain."""
    phone = CorePhone(house, f"counted {text}", small.COMPANY)
    for message in (Began(), Chose("consent:yes")):
        phone.send(message)
    with house.store.write() as tx:
        before, world = house.concierge.state_of(tx, phone.user, NOON)
        reply = house.concierge.handle(tx, phone.user, Said(text), NOON, company=small.COMPANY)
        after, _ = house.concierge.state_of(tx, phone.user, NOON)
    return tally.of(before, Said(text), after, reply, world.catalogue)[1]


@pytest.mark.parametrize(
    "text", ["/start", "/aiuto", "quanto fa 348 per 17", "non ho capito", "raccontami una barzelletta"]
)
def test_what_the_bot_says_of_itself_is_only_what_there_is(small_house: House, text: str) -> None:
    guest = CorePhone(small_house, "guest")
    guest.send(Began()) if text == "/start" else None
    if text != "/start":
        guest.send(Chose("help") if text == "/aiuto" else Said(text))

    assert not [word for word in (*NOT_HERE, *CARPI) if word.lower() in guest.screen.lower()], guest.screen


def test_a_guest_is_greeted_with_what_there_is(small_house: House) -> None:
    guest = CorePhone(small_house, "guest")
    guest.send(Began())

    assert guest.screen.startswith(
        "Ciao! Ti aiuto a trovare servizi vicini per genitori anziani, bambini e ragazzi, soldi e diritti."
    )
    assert guest.buttons == ["Genitori anziani", "Figli e compiti", "730, ISEE e rate", "Altro, te lo scrivo"]


def test_the_help_page_and_its_example_are_of_what_is_served(small_house: House, catalogue: Catalogue) -> None:
    guest = CorePhone(small_house, "guest")
    guest.send(Chose("help"))

    assert "So aiutarti con: genitori anziani, bambini e ragazzi, soldi e diritti." in guest.screen
    example = guest.screen.partition("«")[2].partition("»")[0]
    assert asked(small_house, example).services, example


async def test_behind_every_door_there_is_a_card(lia: CorePhone) -> None:
    for label in ("Genitori anziani", "Figli e compiti", "730, ISEE e rate"):
        lia.send(Chose("another"))
        await lia.press(label)
        assert {need for shown in lia.services for need in shown.needs} <= set(MEANT)
        assert lia.services, label


TOWNS = ["abito a Carpi, chi mi fa il 730?", "cerco una badante a Soliera", "sto a Novi, mi serve il doposcuola"]


@pytest.mark.parametrize("text", TOWNS)
def test_towns_of_another_network_are_not_known_here(small_house: House, text: str) -> None:
    phone = asked(small_house, text)
    with small_house.store.read() as tx:
        state, _ = small_house.concierge.state_of(tx, phone.user, NOON)

    assert (state.town, state.facts.town, state.facts.elsewhere) == (None, None, None)
    assert phone.services
    assert not any(town in phone.screen for town in CARPI), phone.screen


def test_its_own_towns_and_those_around_it_are(small_house: House) -> None:
    for text, town, outside in (
        ("abito a Fognano, cerco una badante", "brisighella", None),
        ("sono di Castel Bolognese e devo fare l'isee", "castel-bolognese", None),
        ("cerco un doposcuola a Imola", None, "imola"),
    ):
        phone = asked(small_house, text)
        with small_house.store.read() as tx:
            state, _ = small_house.concierge.state_of(tx, phone.user, NOON)
        assert (state.town, state.facts.elsewhere) == (town, outside), text


def test_who_writes_another_language_gets_no_button_that_leads_nowhere(small_house: House) -> None:
    phone = asked(small_house, "je cherche une crèche pour mon bébé de dix mois")

    needs = {choice.id.partition(":")[2] for choice in phone.choices if choice.id.startswith("need:")}
    assert needs <= set(MEANT)


def test_a_report_names_no_area_without_services_among_what_few_people_looked_at(catalogue: Catalogue) -> None:
    needs: dict[str, int | None] = {area: 15 if area == "anziani" else None for area in catalogue.areas}
    figures: dict[str, dict[str, int | None]] = {"reached": {"": 40}, "need": needs}
    report = Report("company", small.COMPANY, Quarter(2026, 3), NOON, "", figures)

    [looked_at] = compose(report, None, catalogue, "it").sections

    assert looked_at.hidden == ("Bambini e ragazzi", "Soldi, diritti e pratiche")


def test_in_danger_only_the_numbers_of_the_network_are_given(small_house: House) -> None:
    screen = asked(small_house, "mio marito mi picchia").screen

    assert "112" in screen
    assert "1522" not in screen


def test_a_need_that_was_hardly_meant_comes_after_the_card(small_house: House) -> None:
    screen = asked(small_house, "sono alla canna del gas, ho finanziarie fin sopra i capelli").screen

    assert screen.startswith("La cosa più vicina a quello che cerchi:\nConti in ordine")
    assert screen.endswith(
        "Se cerchi anche Bollette e risparmio energetico: per questo, qui a Faenza e dintorni, non c'è ancora nessuno."
    )


async def test_coordinators_of_a_real_network_read_of_no_demonstration(small_house: House) -> None:
    rita = CorePhone(small_house, "rita")
    with small_house.store.write() as tx:
        link = roles.invite(tx, NOON)
    await rita.start(link)
    welcome = rita.screen
    await rita.say("/stato")

    assert "dimostrazione" not in f"{welcome}{rita.screen}".lower()
    assert "Servizi: 6, offerte in corso: 3." in rita.screen


async def test_where_nobody_else_does_it_no_button_promises_other_ideas(small_house: House) -> None:
    phone = asked(small_house, "cerco una badante per mia mamma")
    shown = [phone.buttons]
    for text in ("no", "non rispondono"):
        phone.send(Said(text))
        shown.append(phone.buttons)
    await phone.press("Contatto")
    shown.append(phone.buttons)

    assert not [label for labels in shown for label in labels if "Altre idee" in label]
