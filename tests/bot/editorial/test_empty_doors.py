"""A door is wanted for what has services, and for nothing else."""

import pytest

from tests.bot.editorial.small_network import AREA, Folder

ORG = "organizations/il-girasole.yaml"
OTHER = AREA.replace("id: anziani", "id: salute").replace("badante", "dentista").replace("caregiver", "nutrizione")
EMPTY = "needs/salute.yaml:1:5: error empty-door"
CASES = [  # the needs of the one service, what is put in front of them, what is said of the area without a door
    ("[badante, caregiver]", "", []),
    ("[badante, dentista]", "", [EMPTY]),
    ("[badante, dentista]", "suspended: chiuso\n    ", [EMPTY]),
]


@pytest.mark.parametrize(("needs", "before", "said"), CASES)
def test_an_area_without_services_needs_no_door(folder: Folder, needs: str, before: str, said: list[str]) -> None:
    folder.write("needs/salute.yaml", OTHER)
    folder.replace(ORG, "needs: [badante, caregiver]", f"{before}needs: {needs}")

    assert [one for one in folder.faults() if "empty-door" in one] == [f"{folder.path}/{one}" for one in said]


def test_a_need_that_a_door_names_by_itself_is_behind_it(folder: Folder) -> None:
    folder.write("needs/salute.yaml", OTHER)
    folder.replace(ORG, "needs: [badante, caregiver]", "needs: [badante, dentista]")
    folder.replace("network.yaml", "areas: [anziani]}", "areas: [anziani], needs: [dentista]}")

    assert not [one for one in folder.faults() if "empty-door" in one]
