"""Files of labelled messages: a JSON object a line, and an error that says where."""

from pathlib import Path

import pytest

from bot.cli.bench.labelled import Labelled, read_labelled
from bot.errors import CannotRun


def test_a_line_is_a_message_and_what_is_not_said_has_a_default(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text(
        '{"text": "un nido", "needs": ["nido"]}\n'
        "\n"
        '{"text": "no daycare", "needs": ["dsa"], "accept": ["bes"], "lang": "en", "not": ["nido"], "n": 1}\n'
    )
    assert read_labelled(file) == [
        Labelled("un nido", ("nido",)),
        Labelled("no daycare", ("dsa",), accept=("bes",), language="en", refused=("nido",)),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'{"text": "un nido"}', ":2: needs: Field required"),
        (b'{"text": "un nido", "needs": "nido"}', ":2: needs: Input should be a valid array"),
        (b'{"text": "un nido", "needs": [1]}', ":2: needs.0: Input should be a valid string"),
        (b'["un nido"]', ":2: Input should be an object"),
        (b"un nido", ":2: Invalid JSON"),
        (b"\xff", ": this is not a text file in UTF-8"),
    ],
)
def test_what_is_no_message_is_told_with_its_line(tmp_path: Path, line: bytes, why: str) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_bytes(b'{"text": "un nido", "needs": ["nido"]}\n' + line)
    with pytest.raises(CannotRun, match=why):
        read_labelled(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="No such file"):
        read_labelled(tmp_path / "none.jsonl")
