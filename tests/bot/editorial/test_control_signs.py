"""A sign that acts on a screen or hides in a text is an error, in every file, at the value that has it."""

import pytest

from bot.catalogue.text import LANGUAGES
from bot.editorial.wording import line
from tests.bot.editorial.small_network import COMPANIES, Folder

NET, COM = "network.yaml", "companies.yaml"
AREA, ORG = "needs/anziani.yaml", "organizations/il-girasole.yaml"

ESCAPES = {
    r"\e": "U+001B",
    r"\x07": "U+0007",
    r"\0": "U+0000",
    r"\r": "U+000D",
    r"\x7f": "U+007F",
    r"\x9b": "U+009B",
    r"\N": "U+0085",
    r"\u202E": "U+202E",
    r"\u2066": "U+2066",
    r"\u200F": "U+200F",
    r"\u061C": "U+061C",
    r"\L": "U+2028",
    r"\P": "U+2029",
    r"\u200B": "U+200B",
    r"\u2060": "U+2060",
    r"\uFEFF": "U+FEFF",
    r"\u00AD": "U+00AD",
    r"\u200D": "U+200D",
    r"\U000E0041": "U+E0041",
    "\u202e": "U+202E",  # as it is, without an escape
    "\u200b": "U+200B",
}
BAD = r"\e]0;x\a"  # would change the title of the window
PLACES = [
    (NET, "en: Test network", f'en: §"Test {BAD}"'),
    (NET, "name: Carpi,", f'name: §"Carpi{BAD}",'),
    (NET, "controller: Rete di prova", f'controller: §"Rete{BAD}"'),
    (NET, "address: Via Roma 1", f'address: §"Via Roma 1{BAD}"'),
    (NET, "it: pericolo", f'it: §"pericolo{BAD}"'),
    (COM, "name: Acme", f'name: §"Acme{BAD}"'),
    (COM, "it: tessile", f'it: §"tessile{BAD}"'),
    (AREA, "en: Live-in carer", f'en: §"Carer{BAD}"'),
    (AREA, "[cerco una badante]", f'[§"cerco{BAD} una badante"]'),
    (ORG, "name: Il Girasole", f'name: §"Il Girasole{BAD}"'),
    (ORG, "en: A button round the neck.", f'en: §"A button{BAD}."'),
    (ORG, "en: Hello.}", f'en: §"Hello{BAD}."}}'),
    (ORG, "checked_on:", f'documents: [{{it: carta, en: §"card{BAD}"}}]\n    checked_on:'),
    (ORG, "checked_on:", f'keywords: [§"collana{BAD}"]\n    checked_on:'),
    (ORG, "checked_on:", f'suspended: §"ferie{BAD}"\n    checked_on:'),
    (ORG, "voucher: pool", f'voucher: pool\n        conditions: {{it: §"soci{BAD}", en: members}}'),
]
SITUATIONS = """\
situations:
  - id: caduta
    name: {it: Una caduta, en: A fall}
    sentence: {it: Una cosa alla volta., en: One thing at a time.}
    steps: []
places:
  - {id: comune, name: {it: Comune, en: Town hall}, what: {it: anagrafe, en: register}, going: {it: a piedi, en: walk}}
"""
MORE = [
    ("golden.yaml", "questions:\n  - {say: §mia mamma da sola, need: badante}\n", "mia mamma da sola"),
    ("outside.yaml", "phrases: [§che tempo fa]\n", "che tempo fa"),
    ("concepts.yaml", "concepts:\n  - {id: a, name: {it: Anziani, en: Old}, words: [§nonna]}\n", "nonna"),
    ("situations.yaml", SITUATIONS.replace("Una cosa alla", "§Una cosa alla"), "Una cosa alla volta."),
    ("situations.yaml", SITUATIONS.replace("a piedi", "§a piedi"), "a piedi"),
    ("situations.yaml", SITUATIONS.replace("Una caduta", "§Una caduta"), "Una caduta"),
]
ONE_LINE = [
    (NET, "it: Sportello", r'it: §"Sportello\nRossi"', "break"),
    (NET, "address: Via Roma 1", r'address: §"Via Roma\t1"', "tab"),
    (NET, "it: I miei cari", r'it: §"I miei\ncari"', "break"),
    (COM, "name: Acme", r'name: §"Acme\nSpA"', "break"),
    (AREA, "it: Badante", r'it: §"Badante\t"', "tab"),
    (ORG, "name: Il Girasole", 'name: §"Il\n\n  Girasole"', "break"),
    (ORG, "name: Il Girasole", "name: §|\n  Il Girasole", "break"),
    (ORG, "{it: Casa Sicura,", r'{it: §"Casa\nSicura",', "break"),
    (ORG, "Via Peruzzi 12", r'§"Via Peruzzi\n12"', "break"),
]


def control_signs(folder: Folder) -> list[str]:
    return [fault for fault in folder.faults() if "control-sign" in fault]


@pytest.mark.parametrize(("written", "name"), ESCAPES.items(), ids=ESCAPES.values())
def test_every_such_sign_is_an_error_with_its_name(folder: Folder, written: str, name: str) -> None:
    place = folder.replace(ORG, "it: Un pulsante al collo.", f'it: §"Un pul{written}sante al collo."')

    assert folder.faults() == [f"{place}: error control-sign"]
    (problem,) = folder.check().problems
    for language in LANGUAGES:
        said = line(problem, language)
        assert name in said
        assert "pul�sante" in said
        assert said.isprintable()


@pytest.mark.parametrize(("file", "good", "bad"), PLACES, ids=[f"{case[0]} {case[2][:20]}" for case in PLACES])
def test_it_is_found_in_every_value(folder: Folder, file: str, good: str, bad: str) -> None:
    place = folder.replace(file, good, bad)

    assert control_signs(folder) == [f"{place}: error control-sign"]


@pytest.mark.parametrize(("name", "text", "value"), MORE, ids=[f"{case[0]} {case[2]}" for case in MORE])
def test_it_is_found_in_the_files_that_a_network_may_have(folder: Folder, name: str, text: str, value: str) -> None:
    before = text.partition("§")[0]
    folder.write(name, text.replace(f"§{value}", f'"{value}{BAD}"'))

    at = f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"
    assert control_signs(folder) == [f"{folder.path / name}:{at}: error control-sign"]


@pytest.mark.parametrize(
    ("file", "good", "bad", "variant"), ONE_LINE, ids=[f"{case[0]} {case[2]}" for case in ONE_LINE]
)
def test_what_is_shown_on_one_line_is_written_on_one(
    folder: Folder, file: str, good: str, bad: str, variant: str
) -> None:
    place = folder.replace(file, good, bad)

    assert f"{place}: error control-sign.{variant}" in folder.faults()


def test_a_long_text_may_have_lines(folder: Folder) -> None:
    folder.replace(ORG, "it: Un pulsante al collo.", "it: |\n        Un pulsante.\n\n        Al collo.")

    assert folder.faults() == []


@pytest.mark.parametrize("text", ["Un pulsante ❤️ 👩‍🔧.", "Un pulsante 1️⃣.", "Un pulsante, 18\u00a0€."])
def test_emoji_and_spaces_are_no_fault(folder: Folder, text: str) -> None:
    folder.replace(ORG, "it: Un pulsante al collo.", f'it: "{text}"')

    assert folder.faults() == []


def test_a_value_with_several_is_told_once(folder: Folder) -> None:
    folder.replace(COM, "name: Acme", r'name: "\e\e\n\u202e"')

    assert len(control_signs(folder)) == 1


def test_comments_are_left_alone(folder: Folder) -> None:
    folder.write(COM, COMPANIES + "# \u202e una nota\n")

    assert folder.faults() == []
