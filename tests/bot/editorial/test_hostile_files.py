"""A file that cannot be read is a problem with a place: never an exception, never a wait, and nothing else is lost."""

import os
import time
from pathlib import Path

import pytest

from bot.catalogue.own_yaml import LOADER
from bot.editorial.folder.files import NoFolder, load
from bot.editorial.reading import read
from tests.bot.editorial.small_network import ORGANIZATION, Folder

NAME = "organizations/ostile.yaml"
LAUGHS = b"a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n"

HOSTILE = [
    ("100,000 open brackets", b"[" * 100_000, 1, 13, "too-deep"),
    ("100,000 open braces", b"{a: " * 100_000, 1, 46, "too-deep"),
    ("billion laughs", LAUGHS, 1, 4, "alias"),
    ("a tab", b"id: a\nname:\n\tit: b\n", 3, 1, "not-yaml"),
    ("UTF-16", "id: perché\n".encode("utf-16"), 1, 1, "not-utf8"),
    ("latin-1", "id: a\nname: perché\n".encode("latin-1"), 2, 12, "not-utf8"),
    ("NUL", "id: è\nname: à\0b\n".encode(), 2, 8, "bad-character"),
    ("a bell after an emoji", "id: a\nname: \U0001f600\a\n".encode(), 2, 8, "bad-character"),
    ("a duplicate key", b"id: a\nname: b\nid: c\n", 3, 1, "duplicate-key"),
    ("5 MB", b"# \n" * 1_700_000, 1, 1, "too-big"),
    ("300,000 entries", b"- a\n" * 300_000, 200_000, 3, "too-many"),
    ("a Python object", b"id: !!python/object/apply:os.system [ls]\n", 1, 5, "tag"),
    ("nothing", b"", 1, 1, "empty-file"),
    ("only a comment", b"# niente\n", 1, 1, "empty-file"),
    ("a bare word", b"ciao\n", 1, 1, "wrong-kind"),
    ("a list", b"- id: a\n", 1, 1, "wrong-kind"),
    ("an unclosed quote", b"id: 'a\n", 2, 1, "not-yaml"),
    ("a colon in a text", b"id: a\nname: b: c\n", 2, 8, "not-yaml"),
    ("a bad escape", b'id: "\\q"\n', 1, 6, "not-yaml"),
    ("a directive", b"%YAML 9.9\n---\nid: a\n", 1, 1, "not-yaml"),
    ("a surrogate", b"id: \xed\xa0\x80\n", 1, 5, "not-utf8"),
]


@pytest.mark.parametrize(
    ("data", "line", "column", "rule"), [case[1:] for case in HOSTILE], ids=[c[0] for c in HOSTILE]
)
def test_a_hostile_file_is_refused_at_its_place(folder: Folder, data: bytes, line: int, column: int, rule: str) -> None:
    file = folder.write(NAME, data)
    start = time.process_time()

    first, *_ = folder.check().problems

    assert (str(first.position), first.rule) == (f"{file}:{line}:{column}", rule)
    assert time.process_time() - start < 2


def test_the_parser_in_c_is_at_hand() -> None:
    assert LOADER.__name__ == "CSafeLoader"


def test_a_byte_order_mark_is_no_fault(folder: Folder) -> None:
    folder.write("organizations/il-girasole.yaml", b"\xef\xbb\xbf" + ORGANIZATION.encode())

    assert folder.faults() == []


def test_lines_that_end_as_on_windows_are_no_fault(folder: Folder) -> None:
    folder.write("organizations/il-girasole.yaml", ORGANIZATION.replace("\n", "\r\n"))

    assert folder.faults() == []


def test_no_value_becomes_anything_but_what_was_written(folder: Folder) -> None:
    folder.replace("organizations/il-girasole.yaml", "address: Via Peruzzi 12", "address: 0115551234")
    folder.write("needs/altro.yaml", "id: no\nname: {it: NO, en: 9:30}\ntypes: [{id: yes, name: {it: 1e3, en: ON}}]\n")

    knowledge = read(folder.files)

    assert [area.model.name.it for area in knowledge.areas] == ["NO", "Anziani"]
    assert knowledge.areas[0].model.name.en == "9:30"
    assert knowledge.organizations[0].model.locations[0].address == "0115551234"


def test_a_folder_with_the_name_of_a_file_is_a_problem(folder: Folder) -> None:
    (folder.path / NAME).mkdir()

    assert folder.faults() == [f"{folder.path / NAME}:1:1: error not-a-file"]


def test_a_link_out_of_the_folder_is_a_problem(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "segreto.yaml").write_text(ORGANIZATION)
    (folder.path / NAME).symlink_to(tmp_path / "segreto.yaml")

    assert folder.faults() == [f"{folder.path / NAME}:1:1: error not-a-file.outside"]


def test_a_folder_of_organizations_that_is_a_link_out_is_a_problem(folder: Folder, tmp_path: Path) -> None:
    (folder.path / "organizations").rename(tmp_path / "altrove")
    (folder.path / "organizations").symlink_to(tmp_path / "altrove")

    assert folder.faults() == [f"{folder.path}/organizations/il-girasole.yaml:1:1: error not-a-file.outside"]


def test_a_link_to_itself_is_a_problem(folder: Folder) -> None:
    (folder.path / NAME).symlink_to(folder.path / NAME)

    assert folder.faults() == [f"{folder.path / NAME}:1:1: error not-a-file.refused"]


def test_a_pipe_is_a_problem_and_nobody_waits_for_it(folder: Folder) -> None:
    os.mkfifo(folder.path / NAME)

    assert folder.faults() == [f"{folder.path / NAME}:1:1: error not-a-file"]


def test_a_file_name_that_no_terminal_can_print_is_shown_with_signs_instead(folder: Folder) -> None:
    file = os.fsencode(folder.path / "organizations") + b"/\xff\n.yaml"
    Path(os.fsdecode(file)).write_text("")

    assert folder.faults() == [f"{folder.path}/organizations/\ufffd\ufffd.yaml:1:1: error empty-file"]


@pytest.mark.parametrize("name", ["network.yaml", "companies.yaml"])
def test_a_network_without_a_needed_file_says_which(folder: Folder, name: str) -> None:
    (folder.path / name).unlink()

    assert f"{folder.path / name}:1:1: error missing-file" in folder.faults()
    assert folder.check().release is None


def test_a_folder_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(NoFolder, match="nessuna"):
        load(tmp_path / "nessuna")
