"""Files under a wrong name, copies, other programs' documents, conflicts: each is said once, with its own cure."""

from pathlib import Path

import pytest

from bot.catalogue.text import LANGUAGES
from bot.editorial.folder.copies import original_stem
from bot.editorial.folder.foreign import form_of
from bot.editorial.wording import line
from tests.bot.editorial.small_network import AREA, FILES, NETWORK, ORGANIZATION, Folder

FIELD = Path(__file__).parents[2] / "data" / "field"
ORG = "organizations/il-girasole.yaml"
OTHER = ORGANIZATION.replace("il-girasole", "altra").replace("casa-sicura", "altra-casa").replace("Casa Sicura", "B")
CONFLICT = (FIELD / "yaml/conflitto-git.yaml.esempio").read_bytes()
NIDO = (FIELD / "yaml/nido-lippa.yaml.txt").read_bytes()

UNREAD = [  # the file, what is said of it, what the message names
    ("organizations/altro.yml", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro.YAML", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro.Yaml", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro.YML", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/nido-lippa.yaml.txt", "error unknown-file.ending", "organizations/nido-lippa.yaml"),
    ("organizations/altro.yml.txt", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro.yaml.docx", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro.yalm", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro_yaml", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro.yaml ", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro.yaml.", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro.yaml.webloc", "error unknown-file.ending", "organizations/altro.yaml"),
    ("needs/casa.yml", "error unknown-file.ending", "needs/casa.yaml"),
    ("golden.yml", "error unknown-file.ending", "golden.yaml"),
    ("outside.yaml.txt", "error unknown-file.ending", "outside.yaml"),
    ("Situations.yaml", "error unknown-file.ending", "situations.yaml"),
    ("Organizations/altro.yaml", "error unknown-file.folder", "organizations/altro.yaml"),
    ("organizzazioni/altro.yaml", "error unknown-file.folder", "organizations/altro.yaml"),
    ("bisogni/casa.yml", "error unknown-file.folder", "needs/casa.yaml"),
    ("organizations/vecchi/altro.yaml", "warning unknown-file.deeper", "organizations/"),
    ("organizations/2025/estate/altro.yaml", "warning unknown-file.deeper", "organizations/"),
    ("needs/bozze/casa.yaml", "warning unknown-file.deeper", "needs/"),
    ("altro.yaml", "warning unknown-file", "organizations/"),
    ("vecchi/altro.yaml", "warning unknown-file", "organizations/"),
    ("vecchi/2025/altro.yaml", "warning unknown-file", "organizations/"),
    ("organizations/altro.yaml (1)", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/altro.yaml copia", "error unknown-file.ending", "organizations/altro.yaml"),
    ("organizations/il-girasole.yaml (1)", "warning unknown-file.copy", ORG),
    ("organizations/il-girasole.yaml 2", "warning unknown-file.copy", ORG),
    ("organizations/il-girasole (1).yaml.txt", "warning unknown-file.copy", ORG),
    ("organizations/il-girasole - Copia.yml", "warning unknown-file.copy", ORG),
    ("organizations/il-girasole.yml", "warning unknown-file.copy", ORG),
    ("organizations/il-girasole.yaml.txt", "warning unknown-file.copy", ORG),
    ("network (1).yaml", "warning unknown-file.copy", "network.yaml"),
    ("companies 2.yaml", "warning unknown-file.copy", "companies.yaml"),
    ("companies.yml", "warning unknown-file.copy", "companies.yaml"),
    ("organizations/note.txt", "warning unknown-file.text", ".yaml"),
    ("appunti.txt", "warning unknown-file.text", ".yaml"),
    ("organizations/servizi.xlsx", "warning unknown-file.spreadsheet", "codes import"),
    ("organizations/servizi.ods", "warning unknown-file.spreadsheet", "codes import"),
    ("codici.csv", "warning unknown-file.spreadsheet", "codes import"),
    ("pools/casa-sicura-soci.xlsx", "warning unknown-file.spreadsheet", "codes import"),
    ("organizations/altro.docx", "warning unknown-file.document", ".yaml"),
    ("organizations/altro.rtf", "warning unknown-file.document", ".yaml"),
    ("volantino.pdf", "warning unknown-file.document", ".yaml"),
    ("organizations/altre.zip", "warning unknown-file.archive", ".yaml"),
    ("organizations/il-girasole.yaml~", "warning unknown-file.backup", ""),
    ("organizations/il-girasole.yaml.orig", "warning unknown-file.backup", ""),
    ("organizations/il-girasole.yaml.bak", "warning unknown-file.backup", ""),
    ("organizations/~$altro.docx", "warning unknown-file.backup", ""),
    ("network.yaml.bak", "warning unknown-file.backup", ""),
    ("organizations/logo.png", "warning unknown-file", "organizations/"),
]


@pytest.mark.parametrize(("name", "said", "names"), UNREAD)
def test_a_file_that_nobody_reads_is_said_once_with_its_cure(folder: Folder, name: str, said: str, names: str) -> None:
    (folder.path / name).parent.mkdir(parents=True, exist_ok=True)
    folder.write(name, OTHER)

    [problem] = folder.check().problems

    shown = f"{problem.level} {problem.rule}{'.' if problem.variant else ''}{problem.variant}"
    assert (problem.position.file, shown) == (str(folder.path / name), said)
    assert all(names in line(problem, language) for language in LANGUAGES)


@pytest.mark.parametrize(
    "name",
    [
        *(".bozza.yaml", "README.md", ".git/config.yaml", ".DS_Store", "organizations/.DS_Store", "Thumbs.db"),
        *("organizations/Thumbs.db", "organizations/desktop.ini", "__MACOSX/x.yaml", "LICENSE", ".organizations.swp"),
        *("schema/network.json", "organizations/.nido.yaml.swp", "organizations/leggimi.md"),
    ],
)
def test_what_is_hidden_or_for_people_is_left_alone(folder: Folder, name: str) -> None:
    folder.write(name, "qualcosa")

    assert folder.faults() == []


COPIES = [
    *("il-girasole 2", "il-girasole (1)", "il-girasole(1)", "il-girasole (1) (2)", "il-girasole - Copia"),
    *("il-girasole - Copia (2)", "il-girasole - Copy", "il-girasole copy", "il-girasole copy 2", "il-girasole copia"),
    *("Copia di il-girasole", "Copia (2) di il-girasole", "Copy of il-girasole", "il-girasole (copia)"),
    *("il-girasole (altra copia)", "il-girasole (3ª copia)", "il-girasole (another copy)", "il-girasole_copia"),
    *("il-girasole (copia in conflitto di Giulia 2026-11-20)", "il-girasole (Giulia's conflicted copy 2026-11-20)"),
    *("il-girasole (conflicted copy 2026-11-20 101112)", "il-girasole.sync-conflict-20261120-101112-ABCDEFG"),
    *("il-girasole-old", "il-girasole.bak", "il-girasole_backup", "il-girasole vecchio", "il-girasole v2"),
    *("il-girasole-giulia", "il-girasole definitivo"),
]


@pytest.mark.parametrize(
    ("stem", "content", "variant"),
    [
        *((stem, ORGANIZATION, ".same") for stem in COPIES),
        ("il-girasole 2", ORGANIZATION.replace("18", "20"), ""),
        ("il-girasole (1)", ORGANIZATION.replace("id: casa-sicura\n", "id: casa-nuova\n"), ""),
        ("il-girasole (1)", "id: il-girasole\nname: [", ""),
        ("il-girasole - Copia", "", ""),
    ],
)
def test_a_copy_is_blamed_and_not_the_original(folder: Folder, stem: str, content: str, variant: str) -> None:
    copy = folder.write(f"organizations/{stem}.yaml", content)

    [problem] = folder.check().problems

    found = f"{problem.rule}.{problem.variant}".rstrip(".")
    assert (problem.position.file, problem.level, found) == (str(copy), "error", f"copied-file{variant}")
    assert all(ORG in line(problem, language) for language in LANGUAGES)


@pytest.mark.parametrize("stem", ["scuola", "scuola-2", "centro 21", "il-girasole-bis", "via-roma-12", "copiatura"])
def test_a_name_that_only_looks_like_a_copys_is_one_of_its_own(folder: Folder, stem: str) -> None:
    folder.write(f"organizations/{stem}.yaml", OTHER)

    assert folder.faults() == []


@pytest.mark.parametrize(
    ("stem", "original"),
    [("nido-lippa 2", "nido-lippa"), ("nido", None), ("scuola-2", None), ("copia", None), ("Copia di Copia di x", "x")],
)
def test_the_name_of_a_copy_says_its_original(stem: str, original: str | None) -> None:
    assert original_stem(stem) == original


def test_who_copied_an_organization_and_left_ids_is_told_in_the_new_file(folder: Folder) -> None:
    new = folder.write("organizations/a-nuova.yaml", OTHER.replace("id: altra\n", "id: il-girasole\n"))
    service = folder.write("organizations/il-girasole 2.yaml", ORGANIZATION.replace("id: il-girasole", "id: zeta"))

    assert {one.position.file for one in folder.check().errors} == {str(new), str(service)}


def test_a_copy_of_an_area_is_blamed(folder: Folder) -> None:
    copy = folder.write("needs/anziani - Copia.yaml", AREA)

    assert folder.faults() == [f"{copy}:1:1: error copied-file.same"]


def test_a_copy_beside_a_broken_original_hides_nothing(folder: Folder) -> None:
    copy = folder.write("organizations/il-girasole 2.yaml", ORGANIZATION)
    place = folder.replace(ORG, "hours:", "§hors:")

    assert folder.faults() == [f"{copy}:1:1: error copied-file", f"{place}: error unknown-key.near"]


ODT = b"PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument."
FOREIGN = [
    ("word", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml..word/document.xml", "document"),
    ("powerpoint", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml..ppt/presentation.xml", "document"),
    ("old word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "document"),
    ("pages", b"PK\x03\x04\x14\0\0\0Index/Document.iwa", "document"),
    ("writer", ODT + b"text", "document"),
    ("excel", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml..xl/workbook.xml", "spreadsheet"),
    ("calc", ODT + b"spreadsheet", "spreadsheet"),
    ("rtf", rb"{\rtf1\ansi{\fonttbl\f0 Helvetica;}id: nido\par}", "rtf"),
    ("rtf after a mark", b"\xef\xbb\xbf" + rb"{\rtf1 id: nido}", "rtf"),
    ("pdf", b"%PDF-1.7\n%\xe2\xe3", "pdf"),
    ("png", b"\x89PNG\r\n\x1a\n", "picture"),
    ("jpeg", b"\xff\xd8\xff\xe0", "picture"),
    ("gif", b"GIF89a", "picture"),
    ("zip", b"PK\x03\x04\x14\0\0\0nido.yaml", "archive"),
    ("empty zip", (FIELD / "zip/empty.zip").read_bytes(), "archive"),
    ("rar", (FIELD / "zip/fake.zip").read_bytes(), "archive"),
    ("7z", b"7z\xbc\xaf\x27\x1c", "archive"),
    ("gzip", b"\x1f\x8b\x08\0", "archive"),
    ("a saved page", b"\n<!DOCTYPE html><html><body>id: nido", "page"),
    ("a page", b"<HTML><body>", "page"),
]


@pytest.mark.parametrize(("data", "form"), [case[1:] for case in FOREIGN], ids=[case[0] for case in FOREIGN])
def test_what_is_no_text_says_what_it_is(folder: Folder, data: bytes, form: str) -> None:
    file = folder.write("organizations/nido.yaml", data)

    assert form_of(data) == form
    assert folder.faults() == [f"{file}:1:1: error not-text.{form}"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_in_wide_letters_says_how_to_save_it(folder: Folder, encoding: str) -> None:
    file = folder.write("organizations/nido.yaml", OTHER.encode(encoding))

    assert folder.faults() == [f"{file}:1:1: error not-utf8.wide"]


HERE, MIDDLE, THERE = b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> giulia\n"
CONFLICTS = [
    ("the field's", CONFLICT, ["13 (<<<<<<<)", "15 (=======)", "17 (>>>>>>>)"]),
    ("at the top", HERE + b"id: a\n" + MIDDLE + b"id: b\n" + THERE, ["1 (<<<<<<<)", "3 (=======)", "5 (>>>>>>>)"]),
    ("with lines of Windows", CONFLICT.replace(b"\n", b"\r\n"), ["13 (<<<<<<<)", "15 (=======)", "17 (>>>>>>>)"]),
    ("with the base", HERE + b"id: a\n||||||| 27b124d\n" + MIDDLE + THERE, ["1 (<", "3 (|||||||)", "4 (=", "5 (>"]),
    ("two", (HERE + MIDDLE + THERE) * 2, ["1 (<", "2 (=", "3 (>", "4 (<", "5 (=", "6 (>"]),
    ("a line left behind", b"id: a\n" + THERE, ["2 (>>>>>>>)"]),
    ("the middle left behind", b"id: a\n" + MIDDLE + b"name: b\n", ["2 (=======)"]),
    ("of subversion", b"<<<<<<< .mine\nid: a\n=======\nid: b\n>>>>>>> .r12\n", ["1 (<", "3 (=", "5 (>"]),
]


@pytest.mark.parametrize(("data", "lines"), [case[1:] for case in CONFLICTS], ids=[case[0] for case in CONFLICTS])
def test_a_conflict_names_all_its_lines(folder: Folder, data: bytes, lines: list[str]) -> None:
    file = folder.write("organizations/nido-lippa.yaml", data)

    [problem] = folder.check().problems

    assert (problem.rule, f"{problem.position.file}:{problem.position.line}") == (
        "conflict",
        f"{file}:{lines[0].split()[0]}",
    )
    assert all(part in line(problem, language) for language in LANGUAGES for part in lines)


PASTED = [  # what a file became on its way -> the fault
    ("```yaml\n" + OTHER + "```\n", "pasted"),
    ("".join(f"> {row}\n" for row in OTHER.splitlines()), "pasted"),
    ("@@ -1,3 +1,3 @@\n-id: a\n+id: b\n", "pasted"),
    (OTHER.replace("  - id:", "  • id:"), "bullet"),
    (OTHER.replace("  - id:", "  – id:"), "bullet"),
    (OTHER.replace("  - id:", "  * id:"), "bullet"),
    (OTHER.replace("name: Il", "name:Il"), "colon"),
    (OTHER.replace("name: Il", "name = Il"), "colon"),
    (OTHER.replace("name: Il", "name： Il"), "colon"),
    (OTHER.replace("Via Peruzzi 12", "Via Peruzzi # 12"), "hash"),
    (OTHER.replace("    needs", "\tneeds"), "tab"),
]


@pytest.mark.parametrize(("content", "variant"), PASTED)
def test_what_a_message_or_a_program_made_of_a_file_is_said(folder: Folder, content: str, variant: str) -> None:
    file = folder.write("organizations/altra.yaml", content)

    [problem] = folder.check().problems

    assert (problem.position.file, problem.rule, problem.variant) == (str(file), "not-yaml", variant)
    assert all(line(problem, language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("organizations/casa.yaml", AREA, "needs/casa.yaml"),
        ("organizations/rete.yaml", NETWORK, "network.yaml"),
        ("needs/altra.yaml", OTHER, "organizations/altra.yaml"),
        ("golden.yaml", FILES["companies.yaml"], "companies.yaml"),
    ],
)
def test_a_file_in_the_wrong_place_is_one_fault(folder: Folder, name: str, content: str, wanted: str) -> None:
    file = folder.write(name, content)

    [problem] = folder.check().problems

    assert (problem.position.file, problem.rule) == (str(file), "misplaced-file")
    assert all(wanted in line(problem, language) for language in LANGUAGES)


def test_signs_inside_a_text_are_no_conflict(folder: Folder) -> None:
    folder.replace(ORG, "Un pulsante al collo.", '"<<<<<<< ======= >>>>>>>"')

    assert folder.faults() == []


BREAKS = [  # what is done to a file, and the fault that it has
    ("network.yaml", "id: [", "not-yaml"),
    ("network.yaml", NETWORK.replace("town: carpi", "citta: carpi"), "unknown-key"),
    ("network.yaml", "<<<<<<< HEAD\n" + NETWORK, "conflict"),
    ("network.yaml", "", "empty-file"),
    ("companies.yaml", FILES["companies.yaml"].replace("name:", "nome:"), "unknown-key"),
    ("companies.yaml", "companies: {\n", "not-yaml"),
    ("needs/anziani.yaml", "%PDF-1.4", "not-text"),
    ("needs/anziani.yaml", AREA.replace("types:", "tipi:"), "unknown-key"),
    (ORG, ORGANIZATION.replace("hours:", "orari:"), "unknown-key"),
    (ORG, rb"{\rtf1}".decode(), "not-text"),
]


@pytest.mark.parametrize(("name", "content", "rule"), BREAKS)
def test_a_broken_file_hides_no_fault_of_the_others_and_makes_none(
    folder: Folder, name: str, content: str, rule: str
) -> None:
    bad = folder.write("organizations/altra.yaml", OTHER.replace('"059 000 0101"', '"059"').replace("17:00", "25:99"))
    step = "{when: C, label: D, text: E., service: casa-sicura}"
    plan = f"situations:\n  - {{id: a, name: A, sentence: B., steps: [{step}, {step}]}}\n"
    folder.write("situations.yaml", plan)
    folder.write("golden.yaml", "questions: [{say: aiuto in casa, need: badante}]\n")
    folder.write(name, content)

    errors = folder.check().errors

    broken = str(folder.path / name)
    assert rule in {one.rule for one in errors if one.position.file == broken}
    assert [one.rule for one in errors if one.position.file == str(bad)] == ["bad-phone", "bad-hours"]
    assert {one.position.file for one in errors} == {broken, str(bad)}


@pytest.mark.parametrize("name", ["network.yaml", "companies.yaml", "needs/anziani.yaml", ORG])
@pytest.mark.parametrize("ending", [".txt", "x", ".docx"])
def test_a_file_under_a_wrong_name_is_one_fault_and_not_all_that_it_would_have_named(
    folder: Folder, name: str, ending: str
) -> None:
    file = folder.path / name
    wrong = file.with_name(f"{file.name}{ending}" if ending != "x" else f"{file.stem}.YML")
    file.rename(wrong)

    assert folder.faults() == [f"{wrong}:1:1: error unknown-file.ending"]
