"""A need that nobody serves is told, unless it is so on purpose; and nobody can be wrong about that unseen."""

import pytest

from tests.bot.editorial.small_network import NETWORK, Folder

ORG = "organizations/il-girasole.yaml"
UNSERVED = "needs/anziani.yaml:7:9: warning need-without-service"
CASES = [  # the needs of the one service, `without`, what is said
    ("[badante]", "", [UNSERVED]),
    ("[badante]", "[caregiver]", []),
    (
        "[badante]",
        "[caregivers]",
        [UNSERVED, "network.yaml:17:11: error dangling-reference.need"],
    ),
    ("[badante]", "[caregiver, nessuno]", ["network.yaml:17:22: error dangling-reference.need"]),
    ("[badante, caregiver]", "[caregiver]", ["network.yaml:17:11: warning served-after-all"]),
    ("[badante, caregiver]", "[]", []),
    ("[badante, caregiver]", "caregiver", ["network.yaml:17:10: error wrong-kind.list"]),
]


@pytest.mark.parametrize(("needs", "without", "said"), CASES)
def test_a_need_may_be_without_a_service_on_purpose(folder: Folder, needs: str, without: str, said: list[str]) -> None:
    folder.replace(ORG, "[badante, caregiver]", needs)
    folder.write("network.yaml", NETWORK + (f"without: {without}\n" if without else ""))

    assert folder.faults() == [f"{folder.path}/{one}" for one in said]


def test_a_need_that_is_served_by_what_is_suspended_is_without(folder: Folder) -> None:
    folder.replace(ORG, "needs: [badante, caregiver]", "suspended: chiuso\n    needs: [badante, caregiver]")
    folder.write("network.yaml", f"{NETWORK}without: [badante, caregiver]\n")

    assert folder.faults() == []


def test_where_the_areas_cannot_be_read_none_is_called_unknown(folder: Folder) -> None:
    folder.write("needs/anziani.yaml", "id: [")
    folder.write("network.yaml", f"{NETWORK}without: [caregiver]\n")

    assert [one for one in folder.faults() if "network.yaml" in one] == [
        f"{folder.path}/network.yaml:17:11: warning served-after-all"
    ]
