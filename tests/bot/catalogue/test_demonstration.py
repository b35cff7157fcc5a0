"""The shipped network is known for what it is when it no longer says so; a network of one's own never is."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.demonstration import CONTROLLER, ORGANIZATIONS, is_unsaid
from tests.conftest import KNOWLEDGE

SHIPPED = sorted(ORGANIZATIONS)
OWN = [f"nostra-{n}" for n in range(60)]
MINE = "Unione dei Comuni"

CASES = [  # what it says of itself, who answers for the data, its organizations, whether it is the unsaid demonstration
    ("all of it", False, CONTROLLER, SHIPPED, True),
    ("all of it, and it says so", True, CONTROLLER, SHIPPED, False),
    ("another controller", False, MINE, SHIPPED, True),
    ("half of it", False, MINE, SHIPPED[:20], True),
    ("three of it", False, MINE, SHIPPED[:3], True),
    ("with some of one's own", False, MINE, [*SHIPPED, *OWN[:30]], True),
    ("half of it among many", False, MINE, [*SHIPPED[:20], *OWN], True),
    ("the controller alone", False, CONTROLLER, OWN, True),
    ("nothing but its controller", False, CONTROLLER, [], True),
    ("one's own", False, MINE, OWN, False),
    ("an empty one of one's own", False, MINE, [], False),
    ("one that is called the same", False, MINE, ["porta-accanto"], False),
    ("two that are called the same", False, MINE, ["porta-accanto", "tre-panche"], False),
    ("some left behind among many", False, MINE, [*SHIPPED[:5], *OWN], False),
    ("one's own that is a demonstration too", True, MINE, OWN, False),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_the_shipped_network_is_known(catalogue: Catalogue, case: tuple[str, bool, str, list[str], bool]) -> None:
    _, said, controller, organizations, unsaid = case
    privacy = catalogue.network.privacy.model_copy(update={"controller": controller})
    network = catalogue.network.model_copy(update={"demonstration": said, "privacy": privacy})

    assert is_unsaid(network, organizations) == unsaid


def test_its_names_are_those_of_its_files(catalogue: Catalogue) -> None:
    assert {file.stem for file in KNOWLEDGE.glob("organizations/*.yaml")} == ORGANIZATIONS
    assert (catalogue.network.demonstration, catalogue.network.privacy.controller) == (True, CONTROLLER)
