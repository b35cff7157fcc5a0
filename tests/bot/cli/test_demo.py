"""`kmzero demo` talks of an invented network, says so, and leaves one's own alone."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import config
from bot.cli import demo
from handlers.__main__ import main

SAYS = "🧪 È una dimostrazione: organizzazioni, prezzi e codici sono inventati."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a network of one's own in it: files, database and key, all of them marked."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "knowledge").mkdir()
    for name in ("knowledge/network.yaml", "own.db", "own.key"):
        (tmp_path / name).write_text("mine")
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{tmp_path / 'own.db'}")
    monkeypatch.setenv("KMZERO_PRIVACY__KEY_FILE", str(tmp_path / "own.key"))
    return tmp_path


def talked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *lines: Any) -> list[Any]:
    typed = "".join(f"{json.dumps(line)}\n" for line in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    with pytest.raises(SystemExit) as ended:
        main(["demo", "--company", "biomed-padana", "--jsonl"])
    out = capsys.readouterr()
    assert not ended.value.code, out.err
    return [json.loads(line) for line in out.out.splitlines()]


def test_it_is_published_beside_ones_own_network_and_greets_with_what_it_is(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    greeting, _, card = talked(
        monkeypatch, capsys, {"start": None}, {"press": "consent:yes"}, {"say": "cerco un posto al nido"}
    )

    assert greeting["messages"][0]["text"].endswith(SAYS)
    assert card["messages"][0]["services"]
    assert {file.name for file in here.glob("kmzero-demo.*")} >= {"kmzero-demo.db", "kmzero-demo.key"}
    assert all((here / name).read_text() == "mine" for name in ("knowledge/network.yaml", "own.db", "own.key"))


def test_where_the_demonstration_was_replaced_by_a_real_network_it_is_not_called_one(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = here / "shipped"
    own.mkdir()
    text = (config.SHIPPED_KNOWLEDGE / "network.yaml").read_text(encoding="utf-8")
    (own / "network.yaml").write_text(text.replace("demonstration: true", "demonstration: false"), encoding="utf-8")
    monkeypatch.setattr(demo, "SHIPPED_KNOWLEDGE", own)

    with pytest.raises(SystemExit) as ended:
        main(["demo"])

    assert ended.value.code == 2
    assert (
        capsys.readouterr()
        .err.strip()
        .endswith("this is no demonstration but a network of its own: `kmzero chat` talks to it")
    )
    assert not list(here.glob("kmzero-demo.*"))
