"""An offer that few people can have, and that can end, tells who sees the end of it that one of a few took it."""

import pytest

from bot.catalogue.text import LANGUAGES
from bot.editorial.rules.offer_for_few import FEWEST_PEOPLE, FEWEST_TURNS
from bot.editorial.wording import line
from bot.insight.tables import OWN_REPORT, SENSITIVE
from tests.bot.editorial.small_network import COMPANIES, ORGANIZATION, Folder

ORG = "organizations/il-girasole.yaml"
ACME = COMPANIES.splitlines()[1]


def company(name: str, employees: int, member: str = "2025-01-01/") -> str:
    line = ACME.replace("id: acme, name: Acme", f"id: {name}, name: {name}")
    return line.replace("employees: 30", f"employees: {employees}").replace("2025-01-01/", member)


def faults(folder: Folder, companies: list[str], offer: str) -> list[tuple[str, int | str]]:
    """Return where the rule found something, and the figure that it says."""
    folder.write("companies.yaml", "\n".join(["companies:", *companies, ""]))
    folder.write(ORG, ORGANIZATION.replace("companies: [acme]", offer))
    found = [problem for problem in folder.check().problems if problem.rule == "offer-for-few"]
    assert {problem.level for problem in found} <= {"warning"}
    return [(problem.variant or "people", problem.values["n"]) for problem in found]


FEW, ENOUGH = company("few", 24), company("enough", 25)


@pytest.mark.parametrize(
    ("companies", "offer", "found"),
    [
        ([FEW], "companies: [few]", [("people", 24)]),
        ([ENOUGH], "companies: [enough]", []),
        ([FEW, ENOUGH], "companies: [few]", [("people", 24)]),
        ([company("a", 12), company("b", 12)], "companies: [a, b]", [("people", 24)]),
        ([company("a", 12), company("b", 13)], "companies: [a, b]", []),
        ([company("a", 12)], "companies: [a, a, a]", [("people", 12)]),
        ([company("a", 12), company("b", 12)], "companies: all", [("people", 24)]),
        ([company("a", 12), company("b", 13)], "companies: all", []),
        ([company("a", 12), company("b", 500, "2025-01-01/2026-01-31")], "companies: all", [("people", 12)]),
        ([company("a", 12), company("b", 500, "2027-01-01/")], "companies: [a, b]", [("people", 12)]),
        ([company("a", 500, "2025-01-01/2026-01-31")], "companies: [a]", []),  # nobody has it: nobody is seen
        ([FEW], "companies: []", []),
        ([FEW], "companies: [fwe]", []),  # an error of its own
    ],
)
def test_the_people_of_its_companies_are_counted(
    folder: Folder, companies: list[str], offer: str, found: list[tuple[str, int]]
) -> None:
    assert faults(folder, companies, offer) == found


@pytest.mark.parametrize(
    ("voucher", "found"),
    [
        ("pool", [("people", 24)]),
        ("generated", []),
        ("none", []),
        ("shared\n        code: GIRA", []),
        ("shared\n        code: GIRA\n        max_uses: 10", [("people", 24)]),
        ("shared\n        code: GIRA\n        max_uses: 9", [("people", 24), ("uses", 9)]),
    ],
)
def test_only_what_can_end_tells_anything(folder: Folder, voucher: str, found: list[tuple[str, int]]) -> None:
    offer = f"companies: [few]\n        voucher: {voucher}\n"
    folder.write("companies.yaml", f"companies:\n{FEW}\n")
    folder.write(
        ORG,
        ORGANIZATION.replace("        companies: [acme]\n", "").replace("        voucher: pool\n", "        " + offer),
    )
    problems = [one for one in folder.check().problems if one.rule == "offer-for-few"]
    assert [(one.variant or "people", one.values["n"]) for one in problems] == found


def test_the_day_is_that_on_which_the_offer_begins(folder: Folder) -> None:
    companies = [company("a", 12), company("b", 500, "2027-01-01/")]
    assert faults(folder, companies, "companies: all") == [("people", 12)]
    later = ORGANIZATION.replace("companies: [acme]", "companies: all").replace("2026-09-01/2027-03-31", "2027-02-01/")
    folder.write(ORG, later)
    assert folder.faults() == []


def test_an_offer_that_has_ended_is_told_as_such_only(folder: Folder) -> None:
    folder.write("companies.yaml", f"companies:\n{FEW}\n")
    folder.write(ORG, ORGANIZATION.replace("[acme]", "[few]").replace("2026-09-01/2027-03-31", "2026-09-01/2026-10-01"))
    assert [one.rule for one in folder.check().problems] == ["expired-offer"]


def test_without_the_companies_nobody_is_counted(folder: Folder) -> None:
    folder.write("companies.yaml", "companies: [")
    assert all("offer-for-few" not in fault for fault in folder.faults())


SHARED = "voucher: shared\n        code: GIRA\n        max_uses: §9"


@pytest.mark.parametrize(
    ("old", "new", "variant", "figures"),
    [("companies: [acme]", "companies: §[few]", "", "24 25"), ("voucher: pool", SHARED, ".uses", "9 10")],
)
def test_it_is_told_at_its_place_with_the_figure_and_the_cure(
    folder: Folder, old: str, new: str, variant: str, figures: str
) -> None:
    folder.write("companies.yaml", f"companies:\n{FEW}\n{ACME}\n")
    place = folder.replace(ORG, old, new)
    assert folder.faults() == [f"{place}: warning offer-for-few{variant}"]
    (problem,) = folder.check().problems
    for language in LANGUAGES:
        said = line(problem, language)
        assert all(figure in said for figure in figures.split())
        assert "generated" in said


def test_the_figures_are_those_of_the_reports() -> None:
    assert (FEWEST_PEOPLE, FEWEST_TURNS) == (OWN_REPORT, SENSITIVE)
