"""A folder over the library of needs: by id it replaces and adds; one with whole needs of its own stands alone."""

import pytest

from bot import library
from bot.catalogue.model import NeedType, Release
from bot.editorial.check import check
from bot.editorial.folder.files import files_of
from bot.editorial.reading import read
from tests.bot.editorial.small_network import AREA, COMPANIES, NETWORK, ORGANIZATION, TODAY

DOORS = NETWORK.replace("areas: [anziani]", "areas: [anziani, fragilita]")
BARE = {"network.yaml": DOORS, "companies.yaml": COMPANIES, "organizations/il-girasole.yaml": ORGANIZATION}
OF_LIBRARY = {need.id: need for area in library.areas() for need in area.types}
WHOLE = """\
id: animali
name: {it: Animali, en: Animals}
types:
  - id: veterinario
    name: {it: Veterinario, en: Vet}
    phrases: {it: [il cane zoppica], en: [my dog limps]}
"""


def released(**more: str) -> Release:
    """Return the release of a folder without needs of its own, and with more files: `needs__x` is needs/x.yaml."""
    files = {f"{name.replace('__', '/')}.yaml": text for name, text in more.items()}
    checked = check(files_of({**BARE, **files}), TODAY)
    assert checked.release, checked.problems
    return checked.release


def needs(release: Release) -> dict[str, NeedType]:
    return {need.id: need for area in release.areas for need in area.types}


def test_a_folder_without_needs_stands_on_the_library() -> None:
    release = released()
    assert needs(release) == OF_LIBRARY
    assert release.areas == library.areas()
    assert release.outside == library.outside()
    assert release.concepts == library.concepts().concepts
    assert release.situations == library.situations().situations


def test_such_a_folder_hears_nothing_of_the_library() -> None:
    problems = check(files_of(BARE), TODAY).problems
    assert {problem.position.file for problem in problems} <= BARE.keys()


def test_what_an_entry_says_takes_the_place_of_what_the_library_says() -> None:
    said = "id: anziani\ntypes:\n  - {id: badante, phrases: {it: [una tata per la nonna]}}\n"
    badante = needs(released(needs__anziani=said))["badante"]
    assert badante.phrases.it == ("una tata per la nonna",)
    assert badante.phrases.en == ()
    assert (badante.name, badante.words) == (OF_LIBRARY["badante"].name, OF_LIBRARY["badante"].words)


def test_more_phrases_are_added_to_those_of_the_library() -> None:
    said = """\
id: anziani
types:
  - id: badante
    more_phrases: {it: [una tata per la nonna], en: [a nanny for gran]}
    more_words: [tata della nonna]
"""
    badante, before = needs(released(needs__anziani=said))["badante"], OF_LIBRARY["badante"]
    assert badante.phrases.it == (*before.phrases.it, "una tata per la nonna")
    assert badante.phrases.en == (*before.phrases.en, "a nanny for gran")
    assert badante.words.it == (*before.words.it, "tata della nonna")


def test_the_rest_of_the_library_stays_in_its_order() -> None:
    said = "id: infanzia\ntypes:\n  - {id: nido, name: Asilo nido}\n"
    release = released(needs__infanzia=said)
    assert list(needs(release)) == list(OF_LIBRARY)
    assert [area.id for area in release.areas] == [area.id for area in library.areas()]


@pytest.mark.parametrize("name", ["needs__animali", "needs__zoo"])
def test_a_new_id_is_a_new_need_in_its_area(name: str) -> None:
    with_door = NETWORK.replace("areas: [anziani]}", "areas: [anziani, fragilita, animali]}")
    release = released(**{name: WHOLE, "network": with_door})
    assert needs(release).keys() == {*OF_LIBRARY, "veterinario"}
    assert release.areas[-1].id == "animali"


def test_a_need_of_the_library_can_be_put_into_another_area() -> None:
    moved = WHOLE + "  - {id: badante, name: Chi sta con la nonna}\n"
    with_door = NETWORK.replace("areas: [anziani]}", "areas: [anziani, fragilita, animali]}")
    release = released(needs__animali=moved, network=with_door)
    assert [area.id for area in release.areas for need in area.types if need.id == "badante"] == ["animali"]
    assert needs(release)["badante"].phrases == OF_LIBRARY["badante"].phrases


def test_concepts_situations_what_is_outside_and_questions_are_added() -> None:
    release = released(
        concepts="concepts:\n  - {id: cane, name: un cane, words: [cane, cagnolino]}\n",
        outside="phrases: [quanto vive un pappagallo]\n",
        golden="questions:\n  - {say: chi sta con la nonna quando lavoro, need: badante}\n",
        situations="""\
situations:
  - id: lutto
    sentence: Condoglianze.
places:
  - {id: comune, phone: "059 000 0211"}
  - {id: canile, name: Il canile, what: Tiene i cani., going: Si telefona.}
""",
    )
    assert [concept.id for concept in release.concepts][-1] == "cane"
    assert release.outside.phrases.it == (*library.outside().phrases.it, "quanto vive un pappagallo")
    assert release.outside.danger == library.outside().danger
    assert release.golden[-1].say == "chi sta con la nonna quando lavoro"
    assert len(release.golden) > 1
    lutto, before = release.situations[0], library.situations().situations[0]
    assert (lutto.id, lutto.sentence.it) == ("lutto", "Condoglianze.")
    assert (lutto.steps, lutto.phrases) == (before.steps, before.phrases)
    places = {place.id: place for place in release.places}
    assert places["comune"].phone
    assert places["comune"].what == library.situations().places[0].what
    assert release.places[-1].id == "canile"


@pytest.mark.parametrize(
    ("area", "door", "serves"), [(AREA, "anziani", "badante, caregiver"), (WHOLE, "animali", "veterinario")]
)
def test_a_folder_with_whole_needs_that_names_no_others_stands_alone(area: str, door: str, serves: str) -> None:
    files = {
        **BARE,
        "needs/own.yaml": area,
        "network.yaml": NETWORK.replace("areas: [anziani]", f"areas: [{door}]"),
        "organizations/il-girasole.yaml": ORGANIZATION.replace("badante, caregiver", serves),
    }
    release = check(files_of(files), TODAY).release
    assert release
    assert len(release.areas) == 1
    assert not release.outside.phrases.all
    assert not release.situations


def test_who_names_a_need_of_the_library_beside_whole_ones_stands_on_it() -> None:
    door = NETWORK.replace("areas: [anziani]", "areas: [anziani], needs: [nido]")
    release = released(needs__anziani=AREA, network=door)
    assert needs(release).keys() == OF_LIBRARY.keys()
    assert [area.id for area in release.areas for need in area.types if need.id == "caregiver"] == ["anziani"]
    assert needs(release)["badante"].phrases.it == ("cerco una badante",)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("id: anziani\ntypes:\n  - {id: badante, phrase: [a]}\n", "needs/anziani.yaml:3:19: error unknown-key"),
        ("id: anziani\ntypes:\n  - {id: nuovo, more_phrases: [a]}\n", "needs/anziani.yaml:3:5: error missing-field"),
        ("id: anziani\ntypes:\n  - {id: badante, more_phrases: uno}\n", "needs/anziani.yaml:3:33: error wrong-kind"),
        ("id: anziani\ntypes: niente\n", "needs/anziani.yaml:2:8: error wrong-kind"),
        ("types:\n  - {id: badante, more_phrases: [a]}\n", "needs/anziani.yaml:1:1: error missing-field"),
        (
            "id: anziani\ntypes:\n  - {id: badante, more_phrases: [un nonno, un nonno]}\n",
            "needs/anziani.yaml:3:44: warning repeated-phrase",
        ),
    ],
)
def test_a_fault_has_its_place_in_the_file_of_the_folder(said: str, fault: str) -> None:
    problems = check(files_of({**BARE, "needs/anziani.yaml": said}), TODAY).problems
    assert fault in [f"{one.position}: {one.level} {one.rule}" for one in problems]


def test_an_area_of_the_library_needs_a_door_once_somebody_serves_it() -> None:
    serving = ORGANIZATION.replace("[badante, caregiver]", "[badante, caregiver, nido]")
    problems = check(files_of({**BARE, "organizations/il-girasole.yaml": serving}), TODAY).problems
    (fault,) = [one for one in problems if one.rule == "empty-door"]
    assert (fault.position.file, fault.values["area"]) == ("network.yaml", "infanzia")


def test_files_that_are_not_the_whole_folder_stand_on_nothing() -> None:
    assert not read(files_of({"companies.yaml": COMPANIES}), whole=False).areas
