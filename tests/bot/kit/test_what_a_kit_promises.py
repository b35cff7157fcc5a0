"""A kit promises only what the network has: its example finds a service, and a demonstration says what it is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import House
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.text import LANGUAGES, Language
from bot.conversation.messages import Began, Chose, Said
from bot.kit.content import Content, content_of
from bot.kit.kit import kit
from tests import small
from tests.bot.kit.test_kit import text_of
from tests.cast import NOON, CorePhone

FOREIGN = ("pulsante", "button", "figli,", "salute", "health", "children, parents", "059 ", "Carpi")


@pytest.fixture
def own(small_house: House) -> Catalogue:
    with small_house.store.read() as tx:
        return small_house.concierge.live.edition(tx).catalogue


def content(catalogue: Catalogue, language: Language = "it", company: str = small.COMPANY) -> Content:
    return content_of(catalogue, company, "https://t.me/faenza_bot?start=x", language, NOON.date())


def said(one: Content) -> str:
    parts = (one.network, one.headline, one.invitation, one.example, one.answer, one.person, one.message)
    return "\n".join(parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_promised_that_the_network_lacks(own: Catalogue, language: Language) -> None:
    told = said(content(own, language))

    assert not [word for word in FOREIGN if word.lower() in told.lower()], told


def test_the_example_of_a_poster_finds_the_service_of_its_answer(small_house: House, own: Catalogue) -> None:
    one = content(own)
    phone = CorePhone(small_house, "reader", small.COMPANY)
    for message in (Began(), Chose("consent:yes"), Said(one.example)):
        phone.send(message)

    assert one.headline == "Genitori anziani, bambini e ragazzi, soldi e diritti: a chi lo chiedo?"
    assert one.answer == (
        "Un'operatrice viene a casa: la doccia, i vestiti, il pranzo, due chiacchiere. Per te c'è lo sconto."
    )
    assert [shown.id for shown in phone.services] == ["due-ore-a-casa"]


def test_where_the_company_has_no_offer_no_discount_is_promised(own: Catalogue) -> None:
    kept = [without_offers(one) for one in own.release.organizations]
    plain = replace(own, release=own.release.model_copy(update={"organizations": tuple(kept)}))

    for language in LANGUAGES:
        told = said(content(plain, language))
        assert not [word for word in ("sconto", "discount") if word in told], told


def without_offers(organization: Any) -> Any:
    services = tuple(service.model_copy(update={"offers": ()}) for service in organization.services)
    return organization.model_copy(update={"services": services})


def test_the_demonstration_says_on_every_sheet_what_it_is_and_keeps_its_poster(catalogue: Catalogue) -> None:
    one = content(catalogue, company="biomed-padana")

    assert one.headline == "Figli, genitori, casa, salute: a chi lo chiedo?"
    assert one.example == "Mio babbo è caduto e di giorno è solo"
    assert one.answer.startswith("Un pulsante al collo: se cade lo preme, e risponde una persona")
    assert one.network == "Welfare a km zero · Dimostrazione: è tutto inventato"
    assert one.message.startswith("Dimostrazione: è tutto inventato.\n\nCiao!")


def test_every_file_of_a_demonstrations_kit_says_so_and_none_of_a_real_network(
    house: House, small_house: House
) -> None:
    for each, company, invented in ((house, "biomed-padana", True), (small_house, small.COMPANY, False)):
        with each.store.write() as tx:
            files = kit(tx, each.concierge.live.edition(tx).catalogue, company, "a_bot", NOON, languages=("it",))
        for file in files:
            if not file.name.endswith(".png"):
                told = text_of(file) if file.name.endswith(".pdf") else file.content.decode()
                assert ("Dimostrazione" in told) == invented, file.name


def test_a_network_without_services_has_a_poster_without_an_example(own: Catalogue, tmp_path: Path) -> None:
    bare = replace(own, release=own.release.model_copy(update={"organizations": ()}))

    assert (content(bare).example, content(bare).answer) == ("", "")
