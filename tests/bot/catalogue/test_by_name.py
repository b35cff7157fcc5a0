"""A service is found by its id, by how its name begins, or by a name that is nearly right."""

import pytest

from bot.catalogue.by_name import named
from bot.catalogue.catalogue import Catalogue


def ids(catalogue: Catalogue, text: str, most: int = 5) -> list[str]:
    return [entry.id for entry in named(catalogue, text, most)]


@pytest.mark.parametrize(
    "text", ["casa-sicura", " casa-sicura ", "Casa Sicura", "casa sicura", "CASA SIC", "safe home"]
)
def test_it_comes_first_where_it_is_named(catalogue: Catalogue, text: str) -> None:
    assert ids(catalogue, text)[0] == "casa-sicura"


def test_a_slip_is_forgiven(catalogue: Catalogue) -> None:
    assert "casa-sicura" in ids(catalogue, "casa sicurra")


def test_an_id_is_one_service_and_words_may_be_some(catalogue: Catalogue) -> None:
    assert ids(catalogue, "casa-sicura") == ["casa-sicura"]
    assert 1 < len(ids(catalogue, "casa", 3)) <= 3


@pytest.mark.parametrize("text", ["", "   ", "?!", "zzzzqqqq"])
def test_nothing_is_found_where_nothing_is_named(catalogue: Catalogue, text: str) -> None:
    assert ids(catalogue, text) == []


def test_what_is_suspended_is_not_found(catalogue: Catalogue) -> None:
    release = catalogue.release
    organizations = tuple(
        one.model_copy(update={"services": tuple(s.model_copy(update={"suspended": "ferie"}) for s in one.services)})
        for one in release.organizations
    )
    empty = Catalogue(1, release.model_copy(update={"organizations": organizations}))
    assert ids(empty, "casa-sicura") == []
    assert ids(empty, "casa sicura") == []
