"""What a new network has before it has anything: an example that nobody takes for real, and doors of what it does."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Release
from bot.editorial.doors import STANDARD, propose
from bot.editorial.publishing.doubts import doubts
from bot.editorial.publishing.manifest import manifest, recheck
from tests.bot.editorial.small_network import AREA, COMPANIES, NETWORK, ORGANIZATION, TODAY, Folder

EXAMPLE = ORGANIZATION.replace("id: il-girasole", "id: esempio").replace("casa-sicura", "casa-di-esempio")
EXAMPLE_COMPANY = "  - {id: example, name: Example, sector: servizi, town: carpi, employees: 30}\n"
ONLY_EXAMPLE = f"companies:\n{EXAMPLE_COMPANY}"
BOTH = COMPANIES + EXAMPLE_COMPANY


def published(folder: Folder) -> Release:
    release = folder.check().release
    assert release
    return release


def only_the_example(folder: Folder) -> None:
    (folder.path / "organizations/il-girasole.yaml").unlink()
    folder.write("organizations/esempio.yaml", EXAMPLE)


@pytest.mark.parametrize(
    ("organizations", "companies", "shown", "invented"),
    [
        (["esempio"], ONLY_EXAMPLE, ({"esempio"}, {"example"}), True),
        (["il-girasole"], ONLY_EXAMPLE, ({"il-girasole"}, {"example"}), True),
        (["esempio", "il-girasole"], COMPANIES, ({"il-girasole"}, {"acme"}), False),
        (["esempio", "il-girasole"], BOTH, ({"il-girasole"}, {"acme"}), False),
        (["il-girasole"], COMPANIES, ({"il-girasole"}, {"acme"}), False),
        (["il-girasole"], "companies: []\n", ({"il-girasole"}, set()), False),
    ],
)
def test_an_example_is_published_only_alone_and_then_people_are_told(
    folder: Folder, organizations: list[str], companies: str, shown: tuple[set[str], set[str]], *, invented: bool
) -> None:
    (folder.path / "organizations/il-girasole.yaml").unlink()
    for name, text in {"esempio": EXAMPLE, "il-girasole": ORGANIZATION}.items():
        if name in organizations:
            folder.write(f"organizations/{name}.yaml", text.replace("companies: [acme]", "companies: all"))
    folder.write("companies.yaml", companies)

    release = published(folder)

    assert ({one.id for one in release.organizations}, {one.id for one in release.companies}) == shown
    assert release.network.demonstration is invented


def test_an_example_beside_others_is_told_with_its_place(folder: Folder) -> None:
    folder.write("organizations/esempio.yaml", EXAMPLE)
    folder.write("companies.yaml", BOTH)

    assert [one for one in folder.faults() if "example-left" in one] == [
        f"{folder.path}/companies.yaml:3:10: warning example-left.entry",
        f"{folder.path}/organizations/esempio.yaml:1:5: warning example-left",
    ]


def test_an_example_that_goes_is_no_loss_to_ask_about(folder: Folder) -> None:
    after = published(folder)
    only_the_example(folder)
    folder.write("companies.yaml", COMPANIES + EXAMPLE_COMPANY)
    before = published(folder)

    assert list(doubts(before, after, None, TODAY)) == []
    assert [doubt.kind for doubt in doubts(after, before, None, TODAY)] == ["few-services"]


def test_a_network_without_doors_gets_those_of_the_areas_that_it_serves(folder: Folder) -> None:
    folder.write("network.yaml", NETWORK.partition("doors:")[0])

    assert folder.faults() == []
    (door,) = published(folder).network.doors
    assert (door.id, door.areas, door.label.it) == ("anziani", ("anziani",), "Anziani")


def test_an_example_that_is_not_published_has_no_door(folder: Folder) -> None:
    folder.write("organizations/esempio.yaml", EXAMPLE.replace("[badante, caregiver]", "[veterinario]"))
    own = AREA.replace("id: anziani", "id: animali").replace("badante", "veterinario").replace("caregiver", "cani")
    folder.write("needs/animali.yaml", own)
    folder.write("network.yaml", NETWORK.partition("doors:")[0])

    assert [door.id for door in published(folder).network.doors] == ["anziani"]


def test_where_nothing_is_served_every_area_has_its_door(folder: Folder) -> None:
    folder.write("network.yaml", NETWORK.partition("doors:")[0])
    folder.write(
        "organizations/il-girasole.yaml", ORGANIZATION.replace("    needs:", "    suspended: chiuso\n    needs:")
    )

    assert [door.areas for door in published(folder).network.doors] == [("anziani",)]


def test_many_areas_stand_together_behind_doors_with_everyday_names(catalogue: Catalogue) -> None:
    every = {need.id for area in catalogue.release.areas for need in area.types}
    assert propose(catalogue.release.areas, every) == STANDARD

    some = propose(catalogue.release.areas, {"nido", "badante", "legale", "sport", "psicologo"})
    assert [(door.id, door.areas, door.needs) for door in some] == [
        ("figli", ("infanzia",), ()),
        ("cari", ("anziani",), ()),
        ("casa", ("tutele",), ()),
        ("me", ("salute", "tempo-libero"), ()),
    ]


def test_areas_of_the_network_s_own_have_a_door_too(catalogue: Catalogue) -> None:
    area = catalogue.release.areas[0]
    own = [area.model_copy(update={"id": f"nostra-{n}"}) for n in range(2)]

    doors = propose(
        [*catalogue.release.areas, *own], {need.id for one in catalogue.release.areas for need in one.types}
    )

    assert len(doors) == len(STANDARD)
    assert [area for door in doors for area in door.areas if area.startswith("nostra")] == ["nostra-0", "nostra-1"]


def test_a_desk_without_an_address_is_said_with_its_town_alone(folder: Folder) -> None:
    folder.replace("network.yaml", "  address: Via Roma 1\n", "")

    assert folder.faults() == []
    desk = published(folder).network.desk
    assert desk.place("Carpi") == "Carpi"


def test_a_second_organization_is_reckoned_with_when_it_alone_is_read(folder: Folder) -> None:
    """What is live has no example and other doors then: the same as if all of the folder were read."""
    folder.write(
        "needs/animali.yaml",
        AREA.replace("id: anziani", "id: animali").replace("badante", "veterinario").replace("caregiver", "cani"),
    )
    folder.write("network.yaml", NETWORK.partition("doors:")[0])
    only_the_example(folder)
    live, before = published(folder), manifest(folder.files)
    other = ORGANIZATION.replace("[badante, caregiver]", "[veterinario]")
    folder.write("organizations/il-girasole.yaml", other)

    checked = recheck(folder.files, live, before, manifest(folder.files), TODAY)

    assert live.network.demonstration
    assert [door.id for door in live.network.doors] == ["anziani"]
    assert checked
    assert checked.release == published(folder)
    assert not checked.release.network.demonstration
    assert [door.id for door in checked.release.network.doors] == ["animali"]
