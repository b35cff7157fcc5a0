"""`kmzero codes import`: a hundred thousand at once, bad lines listed, all or nothing unless told otherwise."""

from pathlib import Path

import pytest
import yaml

from handlers.__main__ import main

OFFER = "dieci-film-carnet"


@pytest.fixture
def config(database: Path, tmp_path: Path) -> Path:
    file = tmp_path / "config.yaml"
    file.write_text(yaml.safe_dump({"database": {"url": f"sqlite:///{database}"}}), encoding="utf-8")
    return file


def run(config: Path, *words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--config", str(config)])
    return int(ended.value.code or 0)


def test_a_hundred_thousand_codes_come_in_at_once(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("\n".join(f"N-{number:06}" for number in range(100_000)), encoding="utf-8")
    assert run(config, "codes", "import", OFFER, str(file)) == 0
    assert "100000 new codes, 0 were there already" in capsys.readouterr().out


def test_bad_lines_stop_it_all_unless_they_are_to_be_skipped(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("N-1\nN-1\nN 2!\nN-3\n", encoding="utf-8")
    assert run(config, "codes", "import", OFFER, str(file)) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.rpartition("codes.csv")[2][:3] for line in told.err.splitlines()] == [":2:", ":3:"]
    assert run(config, "codes", "import", OFFER, str(file), "--skip-bad") == 0
    assert "2 new codes, 0 were there already, 2 bad lines left out" in capsys.readouterr().out
