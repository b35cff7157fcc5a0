"""Each kind of fault, made at one place of a good network, is found at that line and column and nowhere else."""

import pytest

from bot.catalogue.text import LANGUAGES
from bot.editorial.wording import line
from tests.bot.editorial.small_network import ORGANIZATION, Folder

NET, COM = "network.yaml", "companies.yaml"
AREA, ORG = "needs/anziani.yaml", "organizations/il-girasole.yaml"

FAULTS = [
    # the shape of the file
    (ORG, "name: Il Girasole\n", "name: Il Girasole\n§name: Il Sole\n", "error duplicate-key"),
    (ORG, "id: il-girasole\n", "id: il-girasole\n§\tx: y\n", "error not-yaml.tab"),
    (ORG, "name: Il Girasole", "name: §&a Il Girasole", "error alias"),
    (ORG, "name: Il Girasole", "name: §!Il Girasole", "error tag"),
    (ORG, "name: Il Girasole", "name: Perché§\x07", "error bad-character"),
    (ORG, "name: Il Girasole", "? §[a, b]\n: c", "error strange-key"),
    (ORG, "services:\n", "---\n§services:\n", "error two-documents"),
    (ORG, "id: il-girasole\n", "id: il-girasole§: x\n", "error not-yaml"),
    # fields
    (ORG, "    hours:", "    §hour:", "error unknown-key.near"),
    (ORG, "18, per: month}", "18, §zzz: month}", "error unknown-key"),
    (COM, "{id: acme, name: Acme", "§{id: acme", "error missing-field"),
    (ORG, "name: Il Girasole", "name:§", "error missing-field.empty"),
    (ORG, "name: Il Girasole", "name: §[Il, Girasole]", "error wrong-kind.text"),
    (ORG, "needs: [badante, caregiver]", "needs: §badante", "error wrong-kind.list"),
    (ORG, "{id: sede, town: carpi, address: Via Peruzzi 12}", "§Via Peruzzi 12", "error wrong-kind.fields"),
    (ORG, "checked_on: 2026-11-02", "checked_on: §2026-11-31", "error bad-date.impossible"),
    (ORG, "valid: 2026-09-01/2027-03-31", "valid: §2026-09-01", "error bad-date.one"),
    (ORG, "valid: 2026-09-01/2027-03-31", "valid: §2026-09-01/marzo", "error bad-date.year"),
    (ORG, "{amount: 18,", "{amount: §tanto,", "error bad-number"),
    (ORG, "{amount: 18, per: month}\n", "{amount: §18,50}\n", "error comma-in-braces"),
    (ORG, "{amount: 18,", "{amount: §-1,", "error bad-number.least"),
    (ORG, "{amount: 18,", f"{{amount: §{'9' * 5000},", "error bad-number.large"),
    (COM, "employees: 30", "employees: §trenta", "error bad-number.whole"),
    (NET, "lat: 44.7842", "lat: §447842", "error bad-number.instead"),
    (NET, "lat: 44.7842", "lat: §nan", "error bad-number.none"),
    (ORG, "voucher: pool", "voucher: §pools", "error bad-choice.instead"),
    (ORG, "at: place", "at: §casa", "error bad-choice.instead"),
    (ORG, "companies: [acme]", "companies: §acme", "error bad-choice.list"),
    (ORG, "id: casa-sicura\n", "id: §casa sicura\n", "error bad-id"),
    (ORG, "companies: [acme]", "companies: [§a b]", "error bad-id"),
    (ORG, "id: casa-sicura\n", f"id: §{'a' * 41}\n", "error bad-id"),
    (ORG, "needs: [badante, caregiver]", "needs: §[]", "error bad-value.few"),
    (ORG, "voucher: pool", "voucher: shared\n        code: §gira 1", "error bad-value.code-instead"),
    (ORG, "{amount: 18, per: month}\n", "§{amount: 18, free: true}\n", "error price-form"),
    (ORG, "{amount: 12, per: month}", "§{amount: 12, percent: 5}", "error value-form"),
    (ORG, "voucher: pool", "voucher: §shared", "error shared-code"),
    (ORG, "voucher: pool", "voucher: pool\n        code: §GIRA12", "error shared-code.unwanted"),
    # the rules of the network
    (NET, "\nprivacy:", "\n  - {id: §carpi, name: Carpi, lat: 44, lon: 10}\nprivacy:", "error duplicate-id"),
    (ORG, "needs: [badante,", "needs: [badante, §badanti,", "error dangling-reference.need"),
    (ORG, "companies: [acme]", "companies: [§acne]", "error dangling-reference.company"),
    (ORG, "town: carpi,", "town: §modena,", "error dangling-reference.town"),
    (ORG, "places: [sede]", "places: [§casa]", "error dangling-reference.location"),
    (NET, "areas: [anziani]", "areas: [anziani, §saluti]", "error dangling-reference.area"),
    (ORG, '"059 000 0101"', '§"059 00"', "error bad-phone"),
    (NET, '"112"', '§"uno uno due"', "error bad-phone.emergency"),
    (ORG, "ciao@girasole", "§ciao girasole", "error bad-email"),
    (ORG, "web: https://girasole", "web: §girasole", "error bad-web.instead"),
    (ORG, '"Mo-Fr 09:00-17:00; PH off"', "§lun-ven", "error bad-hours.no-times"),
    (ORG, '"Mo-Fr 09:00-17:00; PH off"', "§Mo-Fr 09:00-12:00; Mo 15:00-17:00", "error bad-hours.overrides"),
    (NET, '"Mo-Fr 09:00-13:00"', "§mattina", "error bad-hours"),
    (NET, "id: prova\n", "id: prova\ntimezone: §Europa/Roma\n", "error bad-region"),
    (NET, "id: prova\n", "id: prova\ncountry: §Italia\n", "error bad-region.country"),
    (ORG, "2026-09-01/2027-03-31", "§2027-09-01/2027-03-31", "error expired-offer.turned"),
    (COM, "2025-01-01/", "§2025-01-01/2024-01-01", "error expired-offer.turned"),
    (ORG, "2026-09-01/2027-03-31", "§2026-09-01/2026-11-21", "warning expired-offer"),
    (ORG, "{at: place, places: [sede]}", "§{at: place}", "error no-place"),
    (ORG, "{at: place, places: [sede]}", "§{at: home, towns: []}", "error no-place.home"),
    (ORG, "name: {it: Casa Sicura, en: Safe Home}", "name: §Casa Sicura", "warning missing-translation"),
    (ORG, "say: {it: Buongiorno., en: Hello.}", "say: §{it: Buongiorno.}", "warning missing-translation"),
    (ORG, "name: Il Girasole", 'name: §" "', "error blank-text"),
    (ORG, "name: Il Girasole", f"name: §{'Girasole ' * 7}", "warning text-too-long"),
    (AREA, "cerco una badante", f"§cerco {'tanto ' * 85}una badante", "error too-much-to-learn.long"),
    (ORG, "it: Un pulsante al collo.", f"it: §{'a' * 201}", "warning text-too-long"),
    (ORG, "it: Risponde Anna.", "it: §Risponde <b>Anna</b>.", "warning html-in-text"),
    (ORG, "it: Risponde Anna.", "it: §Risponde Anna &amp; Ugo.", "warning html-in-text.entity"),
    (NET, "privacy:", "follow_up: §{first_hour: 19, last_hour: 10}\nprivacy:", "error follow-up-hours"),
    (ORG, "checked_on: 2026-11-02", "checked_on: §2026-05-25", "warning unconfirmed"),
    (ORG, "checked_on: 2026-11-02", "checked_on: §2027-01-01", "warning unconfirmed.future"),
    (ORG, "2026-09-01/2027-03-31", "§2026-09-01/2026-12-22", "warning ending-soon"),
    (ORG, '"Mo-Fr 09:00-17:00; PH off"', '§"Mo-Fr 17:00-09:00; PH off"', "warning strange-hours.turned"),
    (ORG, '"Mo-Fr 09:00-17:00; PH off"', "§2020 Mo-Fr 09:00-17:00", "warning strange-hours.never"),
    (ORG, '"Mo-Fr 09:00-17:00; PH off"', "§24/7", "warning strange-hours.always"),
    (ORG, '"Mo-Fr 09:00-17:00; PH off"', "§feriali 9-12", "warning strange-hours.feriali"),
    (ORG, "address: Via Peruzzi 12", "address: Via Peruzzi 12, lat: §10.88, lon: 44.78", "error far-place.turned"),
    (ORG, "address: Via Peruzzi 12", "address: Via Peruzzi 12, lat: §44.78", "error far-place.half"),
    (NET, "privacy:", "neighbours: [§{id: c, name: CARPI, lat: 44.8, lon: 10.9}]\nprivacy:", "error strange-neighbour"),
    (NET, "privacy:", "neighbours: [§{id: carpi, name: C, lat: 44.8, lon: 10.9}]\nprivacy:", "error strange-neighbour"),
    (NET, "privacy:", "neighbours: [{id: c, name: C, lat: §10.9, lon: 44.8}]\nprivacy:", "error strange-neighbour.far"),
    (ORG, "checked_on:", "ages: §{from: 14, to: 6}\n    checked_on:", "error turned-range"),
    (ORG, "{amount: 18, per: month}\n", "§{from: 20, to: 10}\n", "error turned-range"),
    (ORG, "checked_on:", "enrolment: §2026-01-01/2026-02-01\n    checked_on:", "warning enrolment-over"),
    (ORG, "checked_on:", "enrolment: §2026-02-01/2026-01-01\n    checked_on:", "error expired-offer.turned"),
    (ORG, "{amount: 12, per: month}", "§{amount: 18, per: month}", "warning offer-without-gain"),
    (ORG, "needs: [badante, caregiver]", "needs: [badante, caregiver, §badante]", "warning repeated-entry"),
    (NET, "areas: [anziani]}", "areas: [anziani], needs: [§dsaa]}", "error dangling-reference.need"),
    (ORG, "it: Risponde Anna.", f"it: §{'Risponde Anna. ' * 20}", "warning text-too-long"),
    (ORG, "{it: Buongiorno.,", f"{{it: §{'a' * 201},", "warning text-too-long"),
    (ORG, "checked_on:", "full_until: §2026-11-01\n    checked_on:", "warning full-over"),
    (ORG, "checked_on:", "full_until: §gennaio\n    checked_on:", "error bad-date"),
    (ORG, "checked_on:", "silent_since: §2029-01-01\n    checked_on:", "error silent-later"),
    (ORG, "checked_on:", f"wait: {{it: §{'a' * 121}, en: a week}}\n    checked_on:", "warning text-too-long"),
    (ORG, "checked_on:", f"duration: {{it: un'ora, en: §{'a' * 121}}}\n    checked_on:", "warning text-too-long"),
    (ORG, "checked_on:", f"eligibility: {{it: §{'a' * 161}, en: all}}\n    checked_on:", "warning text-too-long"),
    (ORG, "checked_on:", "wait: §una settimana\n    checked_on:", "warning missing-translation"),
    (ORG, "checked_on:", "languages: [en, §inglese]\n    checked_on:", "error bad-language"),
    (ORG, "checked_on:", "languages: [§EN]\n    checked_on:", "error bad-language"),
    (ORG, "checked_on:", "languages: [en, lis, §en]\n    checked_on:", "warning repeated-entry"),
    (ORG, "checked_on:", "languages: §en\n    checked_on:", "error wrong-kind.list"),
    (ORG, "checked_on:", "ages: §{from: 1, from_months: 9}\n    checked_on:", "error ages-form"),
    (ORG, "checked_on:", "ages: §{from_months: 24, to: 1}\n    checked_on:", "error turned-range"),
    (ORG, "checked_on:", "capacity: {it: §un pulsante al collo, en: ten}\n    checked_on:", "warning repeated-text"),
    (ORG, "checked_on:", "keywords: [pulsante, §Pulsanti]\n    checked_on:", "warning shared-keyword"),
    (ORG, "checked_on:", "keywords: [pulsante, §' ']\n    checked_on:", "error blank-text"),
    (ORG, "{it: Buongiorno.,", '{it: §"Ciao, {chi|per me}.",', "error bad-slot"),
    (ORG, "{it: Buongiorno.,", '{it: §"Ciao, {who}.",', "error bad-slot.broken"),
    (ORG, "{it: Buongiorno.,", '{it: §"Ciao, {who|per me.",', "error bad-slot.broken"),
    (ORG, "{it: Buongiorno.,", '{it: §"Ciao da {town| }.",', "error bad-slot.empty"),
    (ORG, "{it: Buongiorno.,", '{it: §"Ciao, ha {age|9}.",', "error bad-slot.age"),
    (ORG, "en: Hello.}", 'en: §"Hello, {age|9 anni}."}', "error bad-slot.age"),
    (ORG, "{it: Buongiorno.,", '{it: §"Ciao, è per {who|mio padre}.",', "warning bad-slot.bare"),
    (ORG, "it: Risponde Anna.", 'it: §"Risponde {who|a mio padre}."', "error bad-slot.elsewhere"),
]


@pytest.mark.parametrize(("file", "good", "bad", "fault"), FAULTS, ids=[f"{case[3]} {case[2][:30]}" for case in FAULTS])
def test_a_fault_is_found_at_its_line_and_column(folder: Folder, file: str, good: str, bad: str, fault: str) -> None:
    place = folder.replace(file, good, bad)

    assert folder.faults() == [f"{place}: {fault}"]
    for language in LANGUAGES:
        assert [line(problem, language).partition(": ")[0] for problem in folder.check().problems] == [place]


def test_forty_kinds_of_faults_are_told_apart() -> None:
    assert len({case[3] for case in FAULTS}) >= 40


def test_the_same_service_twice_is_told_at_the_second(folder: Folder) -> None:
    service = ORGANIZATION.partition("services:\n")[2].partition("    offers:")[0]
    again = service.replace("id: casa-sicura", "id: sicura").replace("collo.", "collo")
    file = folder.write(ORG, ORGANIZATION + again)

    assert folder.faults() == [f"{file}:27:9: warning near-duplicate"]


def test_the_same_service_in_another_town_is_another_one(folder: Folder) -> None:
    folder.replace(NET, "\nprivacy:", "\n  - {id: soliera, name: Soliera, lat: 44.7372, lon: 10.9247}\nprivacy:")
    text = ORGANIZATION.partition("    offers:")[0].replace("town: carpi", "town: soliera")
    folder.write("organizations/b.yaml", text.replace("id: casa-s", "id: s").replace("id: il-girasole", "id: b"))

    assert folder.faults() == []


def test_a_good_network_has_no_problem_and_becomes_a_release(folder: Folder) -> None:
    checked = folder.check()

    assert checked.problems == ()
    assert checked.release is not None
    assert [service.id for service in checked.release.organizations[0].services] == ["casa-sicura"]


def test_several_faults_come_in_the_order_of_the_files(folder: Folder) -> None:
    phone = folder.replace("organizations/il-girasole.yaml", '"059 000 0101"', '§"059"')
    town = folder.replace("companies.yaml", "town: carpi", "town: §modena")
    door = folder.replace("network.yaml", "areas: [anziani]", "areas: [anziani, §saluti]")

    assert [fault.partition(": ")[0] for fault in folder.faults()] == [town, door, phone]


def test_a_need_that_nobody_answers_is_named_in_its_own_file(folder: Folder) -> None:
    folder.replace("organizations/il-girasole.yaml", "needs: [badante, caregiver]", "needs: [badante]")

    assert folder.faults() == [f"{folder.path}/needs/anziani.yaml:7:9: warning need-without-service"]


def test_a_service_without_a_first_step_is_an_error_at_the_service(folder: Folder) -> None:
    step = (
        "    first_step:\n      it: Risponde Anna.\n      en: Anna answers.\n      say: {it: Buongiorno., en: Hello.}\n"
    )
    folder.replace("organizations/il-girasole.yaml", step, "")

    assert folder.faults() == [f"{folder.path}/organizations/il-girasole.yaml:7:5: error no-first-step"]


def test_a_broken_file_does_not_make_what_it_names_look_missing(folder: Folder) -> None:
    place = folder.replace("needs/anziani.yaml", "id: caregiver", "id: §il caregiver")

    assert folder.faults() == [f"{place}: error bad-id"]


def test_a_broken_organization_does_not_make_its_needs_look_unanswered(folder: Folder) -> None:
    place = folder.replace("organizations/il-girasole.yaml", "at: place", "at: §casa")

    assert folder.faults() == [f"{place}: error bad-choice.instead"]


def test_the_same_id_in_two_files_names_both_places(folder: Folder) -> None:
    first = f"{folder.path}/organizations/il-girasole.yaml"
    folder.write("organizations/zeta.yaml", ORGANIZATION.replace("Casa Sicura", "Casa"))

    found = {problem.position.line: problem.values["first"] for problem in folder.check().problems}

    assert found == {1: f"{first}:1:5", 7: f"{first}:7:9", 22: f"{first}:22:13"}


@pytest.mark.parametrize(
    ("given", "cure"),
    [("inglese", "Scrivi en."), ("EN", "Scrivi en."), ("Ukrainian", "Scrivi uk."), ("xx", "due lettere minuscole")],
)
def test_a_language_that_is_no_code_is_told_with_its_code(folder: Folder, given: str, cure: str) -> None:
    folder.replace(ORG, "checked_on:", f"languages: [{given}]\n    checked_on:")

    [problem] = folder.check().problems

    assert cure in line(problem, "it")
