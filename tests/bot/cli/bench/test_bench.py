"""`kmzero bench`, as it is typed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli.bench import latency, learning_curve
from tests.bot.cli.conftest import Run

ROOT = Path(__file__).parents[4]
Kmzero = Callable[..., "Ended"]


@dataclass(frozen=True)
class Ended:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def kmzero(run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kmzero:
    monkeypatch.chdir(ROOT)

    def typed(*words: str) -> Ended:
        code = run(*words)
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return typed


def test_the_dialogue_is_measured_by_buttons_when_there_are_no_messages(kmzero: Kmzero) -> None:
    found = json.loads(kmzero("bench", "dialogue", "--mistaps", "0", "--json").stdout)
    assert found["rows"]["buttons only"]["people"] == 50
    assert found["rows"]["buttons only"]["mean"] < found["rows"]["buttons only: static menu"]["mean"]
    assert [size["services"] for size in found["sizes"]] == [90, 1_000, 10_000]
    assert all(size["read_p50"] is None for size in found["sizes"])


def test_messages_from_a_file_stand_in_one_table(kmzero: Kmzero, tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    rows = [
        {"text": "asilo nido a Carpi", "needs": ["nido"], "accept": [], "lang": "it", "style": "direct"},
        {"text": "che tempo fa", "needs": [], "accept": [], "lang": "it", "style": "oos"},
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    said = kmzero("bench", "dialogue", "--messages", str(file)).stdout
    for row in ("one message ", "· direct", "buttons only", "static menu", "greedy optimum", "entropy log4", "10,000"):
        assert row in said
    assert "oos" not in said
    assert max(len(line) for line in said.splitlines()) <= 80


def test_who_has_a_card_goes_on_talking(kmzero: Kmzero, tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    row = {"text": "asilo nido a Carpi", "needs": ["nido"], "accept": [], "lang": "it", "style": "direct"}
    file.write_text(json.dumps(row), encoding="utf-8")
    talk = ROOT / "tests" / "data" / "talk_dev.jsonl"
    words = ("bench", "dialogue", "--messages", str(file), "--talk", str(talk), "--mistaps", "0")
    found = json.loads(kmzero(*words, "--json").stdout)["after_card"]
    assert found["with_card"] == 1
    assert 0 < found["codes"] <= 1
    said = kmzero("bench", "dialogue", "--messages", str(file), "--talk", str(file)).stderr
    assert said.startswith(f"kmzero: {file}:1: ")


@pytest.mark.parametrize(
    ("line", "fault"), [("{", ":2: "), ('{"text": "a"}', ":2: needs: "), ('{"text": "a", "needs": 3}', ":2: needs: ")]
)
def test_a_line_that_is_no_message_is_named(kmzero: Kmzero, tmp_path: Path, line: str, fault: str) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text(f'{{"text": "a", "needs": ["nido"]}}\n{line}\n', encoding="utf-8")
    done = kmzero("bench", "dialogue", "--messages", str(file))
    assert done.returncode == 2
    assert done.stderr.startswith(f"kmzero: {file}{fault}")
    assert len(done.stderr.splitlines()) == 1


def test_latency_is_timed_on_a_copy_that_is_gone_afterwards(
    kmzero: Kmzero, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latency, "STARTS", 2)  # each is a process
    before = database.read_bytes()
    done = kmzero("bench", "latency", "--messages", "20")
    for row in ("start to first prompt", "a message", "· text", "· press", "· claim", "1,500", "20"):
        assert row in done.stdout, done.stderr
    assert database.read_bytes() == before
    assert not list(database.parent.glob("kmzero-bench-*"))


def test_understanding_is_measured_beside_plain_readers(kmzero: Kmzero, tmp_path: Path) -> None:
    folder, file = small_needs(tmp_path)
    done = kmzero("bench", "understanding", str(file), "--knowledge", str(folder))
    for row in ("engine", "TF-IDF + LinearSVC", "BM25", "rapidfuzz WRatio", "2 typos"):
        assert row in done.stdout, done.stderr


def test_the_learning_curve_is_told_and_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two points are a curve; each takes seconds to learn."""
    monkeypatch.setattr(learning_curve, "EVERY", (2, 1))
    folder, file = small_needs(tmp_path)
    picture = tmp_path / "curve.svg"
    learning_curve.learning_curve([file], folder, picture)
    assert "phrases a type" in capsys.readouterr().out
    assert "right need first" in picture.read_text("utf-8")


def small_needs(path: Path) -> tuple[Path, Path]:
    """Write two needs of six phrases, and two messages."""
    spoken = {
        "gym": ["a gym near work", "swimming lessons", "lift weights", "a pool", "run with others", "yoga"],
        "tax": ["my tax return", "fill in the isee", "pay less tax", "tax office", "tax form", "income paper"],
    }
    folder = path / "needs"
    folder.mkdir(exist_ok=True)
    types = [{"id": need, "phrases": {"en": phrases}} for need, phrases in spoken.items()]
    (folder / "all.yaml").write_text(json.dumps({"id": "all", "types": types}), encoding="utf-8")
    messages = [{"text": "a gym please", "needs": ["gym"]}, {"text": "help with tax", "needs": ["tax"]}]
    file = path / "messages.jsonl"
    file.write_text("\n".join(map(json.dumps, messages)), encoding="utf-8")
    return folder, file
