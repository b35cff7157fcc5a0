"""The library of needs by itself: without a fault, without a town, the fifty needs of the contract."""

import re
from collections.abc import Iterator

import pytest

from bot import library
from bot.catalogue.model import Network
from bot.editorial.check import judge
from bot.editorial.folder.files import files_of, load
from bot.editorial.reading import read
from bot.understanding.learning.act_corpus import act_phrases
from bot.understanding.text.town_slot import SLOT, TOWN
from tests.conftest import KNOWLEDGE, TODAY

LOCAL = ("Terre d'Argine", "Ramazzini", "Baggiovara", "Secchia", "carpigiano", "modenese", "Emilia")


@pytest.fixture(scope="module")
def network() -> Network:
    """The demonstration's, whose towns the phrases once named."""
    found = read(load(KNOWLEDGE)).network
    assert found
    return found.model


def said() -> Iterator[str]:
    yield from (content.decode() for _, content in library.files())
    yield from (text.replace(TOWN, SLOT) for _, text in act_phrases())


def test_it_has_ten_areas_and_fifty_needs_each_with_phrases() -> None:
    areas = library.areas()
    assert len(areas) == 10
    assert sum(len(area.types) for area in areas) == 50
    assert all(need.phrases.it and need.phrases.en for area in areas for need in area.types)


def test_it_has_no_fault() -> None:
    knowledge = read(files_of(dict(library.files())), whole=False)
    served = {"need-without-service", "step-to-nowhere"}  # that is what networks are for
    assert not [one for one in judge(knowledge, TODAY).problems if one.rule not in served]


def test_it_names_no_town(network: Network) -> None:
    names = [name for town in network.municipalities for name in (town.name, *town.hamlets)]
    names += [town.name for town in network.neighbours]
    words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, [*names, *LOCAL]))})(?!\w)")
    assert not [found[0] for text in said() for found in words.finditer(text)]


def test_it_has_no_address_and_no_invented_number() -> None:
    places = library.situations().places
    assert places
    assert not [place.id for place in places if place.address or place.town or place.invented]
    assert {place.phone for place in places} == {None, "803 164", "800 632000"}  # of all Italy


def test_its_plans_lead_to_needs_and_public_places_and_to_no_service() -> None:
    steps = [step for one in library.situations().situations for step in one.steps]
    assert not [step for step in steps if step.service]
    needs = {need.id for area in library.areas() for need in area.types}
    assert {step.need for step in steps if step.need} <= needs


def test_a_phrase_has_no_other_slot() -> None:
    assert {slot for text in said() for slot in re.findall(r"\{\w+\}", text)} == {SLOT}
