"""A plausible larger network is a valid release, twice the same, and as varied as a real one."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Release
from bot.cli.bench.synthetic_services import multiply
from bot.editorial.check import check
from bot.editorial.folder.files import load

KNOWLEDGE = Path(__file__).parents[4] / "knowledge"


@pytest.fixture(scope="module")
def release() -> Release:
    shipped = check(load(KNOWLEDGE), date(2026, 11, 22)).release
    assert shipped
    return shipped


@pytest.fixture(scope="module")
def thousand(release: Release) -> Release:
    return multiply(release, 1_000, Random(1))


def test_there_are_as_many_services_as_were_asked_for_each_with_its_own_id(thousand: Release) -> None:
    assert sum(len(one.services) for one in thousand.organizations) == 1_000
    assert len(Catalogue(1, thousand).entries) == 1_000
    assert len({one.id for one in thousand.organizations}) == len(thousand.organizations)
    offers = [offer.id for one in thousand.organizations for service in one.services for offer in service.offers]
    assert len(set(offers)) == len(offers)


def test_it_can_be_published_and_read_back(thousand: Release) -> None:
    document = thousand.model_dump_json(by_alias=True, exclude_defaults=True)
    assert Release.model_validate_json(document) == thousand


def test_the_same_seed_gives_the_same_network(release: Release) -> None:
    assert multiply(release, 200, Random(7)) == multiply(release, 200, Random(7))
    assert multiply(release, 200, Random(7)) != multiply(release, 200, Random(8))


def test_a_release_that_is_large_enough_stays_as_it_is(release: Release) -> None:
    assert multiply(release, 10, Random(1)) == release


def test_the_copies_are_spread_over_needs_towns_and_prices(thousand: Release, release: Release) -> None:
    catalogue = Catalogue(1, thousand)
    assert min(len(catalogue.by_need[need]) for need in catalogue.needs) >= 10
    towns = [place.town for one in thousand.organizations for place in one.locations]
    assert set(towns) == {town.id for town in release.network.municipalities}
    amounts = {entry.service.price.amount for entry in catalogue.by_need["telesoccorso-ausili"]}
    assert len(amounts) > 5
