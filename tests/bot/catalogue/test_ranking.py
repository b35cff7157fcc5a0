"""The order of services: what each reason weighs."""

from datetime import date, datetime
from typing import Any

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.ranking import Asker, parts, rank

TODAY = date(2026, 11, 24)


def weights(catalogue: Catalogue, service: str, need: str, **asked: Any) -> dict[str, float]:
    asker = Asker(**({"company": "biomed-padana", "town": None, "today": TODAY} | asked))
    return parts(catalogue, catalogue.entries[service], need, asker)


def test_the_main_need_of_a_service_weighs_more_than_another(catalogue: Catalogue) -> None:
    main = weights(catalogue, "dopo-dimissioni", "assistenza-domiciliare")["need"]
    assert main > weights(catalogue, "dopo-dimissioni", "telesoccorso-ausili")["need"]


def test_what_comes_home_never_loses_to_distance(catalogue: Catalogue) -> None:
    assert weights(catalogue, "casa-sicura", "telesoccorso-ausili", town="novi")["distance"] == 0


def test_a_place_far_away_loses(catalogue: Catalogue) -> None:
    near = weights(catalogue, "compiti-merenda", "doposcuola", town="soliera")["distance"]
    assert weights(catalogue, "compiti-merenda", "doposcuola", town="novi")["distance"] < near


def test_an_offer_counts_only_for_who_may_take_it(catalogue: Catalogue) -> None:
    assert weights(catalogue, "casa-sicura", "telesoccorso-ausili")["offer"] > 0
    assert weights(catalogue, "casa-sicura", "telesoccorso-ausili", company=None)["offer"] == 0


@pytest.mark.parametrize(("day", "sign"), [(date(2027, 3, 1), 1), (date(2026, 11, 24), -1), (date(2027, 6, 30), -1)])
def test_signing_up_counts_while_it_is_open(catalogue: Catalogue, day: date, sign: int) -> None:
    assert weights(catalogue, "estate-matite", "centri-estivi", today=day)["enrolment"] * sign > 0


def test_open_now_counts_a_little(catalogue: Catalogue) -> None:
    noon = datetime(2026, 11, 24, 12, 0)  # noqa: DTZ001 - opening hours are local
    night = datetime(2026, 11, 24, 3, 0)  # noqa: DTZ001
    assert weights(catalogue, "casa-sicura", "telesoccorso-ausili", minute=noon)["open"] > 0
    assert weights(catalogue, "casa-sicura", "telesoccorso-ausili", minute=night)["open"] == 0


def test_ties_rotate_by_day(catalogue: Catalogue) -> None:
    firsts = {rank(catalogue, "nido", Asker("biomed-padana", None, date(2026, 11, day)))[0].id for day in range(1, 29)}
    assert len(firsts) > 1


def test_an_older_person_is_served_by_what_is_for_adults(catalogue: Catalogue) -> None:
    assert weights(catalogue, "visita-in-settimana", "visite-esami", who="elderly")["who"] == 0
    assert weights(catalogue, "estate-matite", "centri-estivi", who="elderly")["who"] < 0
