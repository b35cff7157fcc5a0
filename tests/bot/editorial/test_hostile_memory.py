"""The whole hostile set, checked by a process of its own, in little time and memory; the last release keeps serving."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.catalogue.releases import current_number
from bot.editorial.publishing.publish import Rejected, prepare, publish_first
from bot.editorial.rules import too_much_to_learn
from bot.store.engine import Store
from tests.bot.editorial.small_network import AREA, Folder
from tests.bot.editorial.test_hostile_files import HOSTILE
from tests.bot.editorial.test_reusing import NOW, TODAY, Teacher

SECONDS, MEGABYTES = 2, 200
MORE = [
    ("9 MB of text", b"a: " + b"x" * 9_000_000),
    ("9 MB of lines", b"a: x\n" * 1_800_000),
    ("a number of 5,000 digits", b"id: a\nname: b\nservices:\n  - price: {amount: " + b"9" * 5000 + b"}\n"),
    ("a number beyond all", b"id: a\nname: b\nlocations:\n  - {id: a, town: b, address: c, lat: 1e999999}\n"),
    ("laughs in a row", b"a: &a x\n" + b"".join(b"b%d: *a\n" % n for n in range(50_000))),
    ("200,000 keys", b"".join(b"k%d: 1\n" % n for n in range(200_000))),
    ("a key of 3 MB", b'? "' + b"k" * 3_000_000 + b'"\n: 1\n'),
    ("UTF-32", "id: perché\n".encode("utf-32")),
]
CHILD = """
import json, re, sys, time
from datetime import date
from pathlib import Path
from bot.editorial.check import check
from bot.editorial.folder.files import load
from bot.editorial.wording import line
for folder in sorted(Path(sys.argv[1]).iterdir()):
    start = time.process_time()
    said = [line(problem, "it") for problem in check(load(folder), date(2026, 11, 22)).problems]
    # ru_maxrss would count the process that started this one
    size = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
    print(json.dumps([folder.name, time.process_time() - start, size, said[:1]]), flush=True)
"""


def test_each_hostile_file_is_told_with_its_place_quickly_and_in_little_memory(tmp_path: Path) -> None:
    for number, (_, data, *_) in enumerate([*HOSTILE, *MORE]):
        file = tmp_path / f"{number:02}" / "organizations" / "ostile.yaml"
        file.parent.mkdir(parents=True)
        needs = tmp_path / f"{number:02}" / "needs" / "anziani.yaml"  # of its own: the library takes its time too
        needs.parent.mkdir()
        needs.write_text(AREA, "utf-8")
        file.write_bytes(data)  # type: ignore[arg-type]  # the cases are tuples of several kinds

    done = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path)], capture_output=True, check=True)

    told = [json.loads(text) for text in done.stdout.splitlines()]
    assert len(told) == len(HOSTILE) + len(MORE)
    for name, seconds, megabytes, said in told:
        assert seconds < SECONDS, name
        assert megabytes < MEGABYTES, name
        assert said, name


@pytest.mark.parametrize(
    ("bound", "most", "found"), [("MOST_SIGNS", 40, (9, 20, "")), ("MOST_NEEDS", 1, (7, 9, "needs"))]
)
def test_what_takes_too_much_to_learn_is_refused_at_the_first_that_is_too_much(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, bound: str, most: int, found: tuple[int, int, str]
) -> None:
    monkeypatch.setattr(too_much_to_learn, bound, most)

    problems = [one for one in folder.check().problems if one.rule == "too-much-to-learn"]

    assert [(one.position.line, one.position.column, one.variant) for one in problems] == [found]
    assert problems[0].position.file.endswith("needs/anziani.yaml")
    assert problems[0].level == "error"


def test_a_hostile_file_leaves_the_last_release_serving(folder: Folder, store: Store) -> None:
    publish_first(store, folder.files, now=NOW, today=TODAY, train=Teacher())
    folder.write("organizations/ostile.yaml", b"[" * 100_000)

    with pytest.raises(Rejected) as rejected:
        prepare(store, folder.files, now=NOW, today=TODAY, train=Teacher())

    assert rejected.value.problems[0].rule == "too-deep"
    with store.read() as tx:
        assert current_number(tx) == 1
