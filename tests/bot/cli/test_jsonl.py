"""`kmzero chat --jsonl`, as a program beside us uses it: a real process, real pipes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


class Program:
    """A running `kmzero chat --jsonl`."""

    def __init__(self, database: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "handlers", "chat", "--jsonl", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=os.environ | {"KMZERO_DATABASE__URL": f"sqlite:///{database}"},
        )

    def send(self, line: str | dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write((line if isinstance(line, str) else json.dumps(line)) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> int:
        self.process.communicate()
        return self.process.returncode


@pytest.fixture
def program(database: Path) -> Iterator[Callable[..., Program]]:
    started: list[Program] = []

    def start(*options: str) -> Program:
        started.append(Program(database, *options))
        return started[-1]

    yield start
    for each in started:
        assert each.close() == 0


def choices(answer: dict[str, Any]) -> list[str]:
    return [choice["id"] for message in answer["messages"] for choice in message["choices"]]


def test_a_member_goes_from_the_first_line_to_a_code(program: Callable[..., Program]) -> None:
    talk = program("--company", "biomed-padana")
    asked = talk.send({"user": "anna", "say": "ciao"})
    assert asked["user"] == "anna"
    assert choices(asked)[:2] == ["consent:yes", "consent:no"]
    talk.send({"user": "anna", "press": "consent:yes"})
    shown = talk.send({"user": "anna", "say": "pulsante salvavita per mio padre anziano che vive da solo"})
    assert {"id": "casa-sicura", "needs": ["telesoccorso-ausili"]} in shown["messages"][0]["services"]
    assert all(message["voucher"] is None for message in shown["messages"])
    taken = talk.send({"user": "anna", "press": "take:casa-sicura-rete"})
    voucher = taken["messages"][0]["voucher"]
    assert voucher["offer"] == "casa-sicura-rete"
    assert voucher["code"] in taken["messages"][0]["text"]
    assert voucher["expires"] == "2027-12-31"
    again = talk.send({"user": "anna", "press": "take:casa-sicura-rete"})
    assert again["messages"][0]["voucher"] == voucher


def test_consent_is_asked_once_and_survives_a_restart(program: Callable[..., Program]) -> None:
    first = program("--company", "biomed-padana")
    first.send({"say": "ciao"})
    first.send({"press": "consent:yes"})
    first.close()
    second = program("--company", "biomed-padana")
    assert "consent:yes" not in choices(second.send({"say": "cerco un dentista"}))


def test_two_programs_share_one_conversation(program: Callable[..., Program]) -> None:
    one, other = program("--company", "biomed-padana"), program("--company", "biomed-padana")
    one.send({"user": "anna", "say": "ciao"})
    other.send({"user": "anna", "press": "consent:yes"})
    asked = one.send({"user": "anna", "press": "door:figli"})
    assert "none" in choices(other.send({"user": "anna", "press": "none"}))
    assert choices(other.send({"user": "anna", "press": "back"})) == choices(asked)


BAD_LINES = (
    *("x", "[]", "{}", '{"user": 3, "say": "x"}', '{"say": 5}', '{"say": "a", "press": "b"}', '{"say": null}'),
    "[" * 5000,
)


def test_a_line_that_is_not_understood_gets_an_error_and_the_next_is_read(program: Callable[..., Program]) -> None:
    talk = program()
    for line in BAD_LINES:
        assert set(talk.send(line)) == {"error"}, line[:40]
        assert talk.send({"start": None})["messages"], line[:40]


TYPED = (
    *("a" * 10_000, "😀" * 50, "\u202eabc\u202c مرحبا", "\x00\x01", " ", "", "'; DROP TABLE person; --"),
    *("\ud83d", "١٢٣"),
)


def test_whatever_is_typed_gets_an_answer(program: Callable[..., Program]) -> None:
    talk = program()
    for number, text in enumerate(TYPED):
        answer = talk.send({"user": f"person {number}", "say": text})
        assert answer["messages"][0]["text"], text[:40]
        assert choices(answer), text[:40]


def test_explain_says_what_is_believed_and_where_choices_lead(program: Callable[..., Program]) -> None:
    talk = program("--explain")
    doors = talk.send({"start": None})["messages"][0]
    assert len(doors["belief"]) == 5
    behind = {choice["id"]: set(choice["services"]) for choice in doors["choices"]}
    assert "casa-sicura" in behind["door:cari"]
    assert "casa-sicura" not in behind["door:figli"]
    asked = talk.send({"press": "door:cari"})["messages"][0]
    assert "casa-sicura" in next(c["services"] for c in asked["choices"] if c["id"] == "none")


def test_an_unknown_company_is_said_in_one_line(database: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "handlers", "chat", "--company", "nobody"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"KMZERO_DATABASE__URL": f"sqlite:///{database}"},
        check=False,
    )
    assert run.returncode == 2
    assert "there is no such company" in run.stderr
    assert run.stderr.count("\n") == 1
