"""Codes: the ones the bot makes, and the ones that are imported."""

import random
from pathlib import Path

import pytest

from bot.store.engine import Store
from bot.vouchers import generate, pools
from tests.bot.vouchers.conftest import NOW


def test_a_generated_code_can_be_read_aloud() -> None:
    choose = random.Random(7).choice
    codes = {generate.code("il-girasole", choose) for _ in range(500)}
    assert len(codes) == 500
    assert all(code.startswith("GIRA-") and len(code) == 14 for code in codes)
    assert not any(sign in code.partition("-")[2] for code in codes for sign in "01IO")


def test_one_wrong_sign_is_noticed() -> None:
    body = "7KQ4M2X"
    sign = generate.check(body)
    for place in range(len(body)):
        for other in generate.ALPHABET:
            if other != body[place]:
                assert generate.check(body[:place] + other + body[place + 1 :]) != sign


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A-1\nA-2\n", ["A-1", "A-2"]),
        ("\ufeffcodice\nA-1\n", ["A-1"]),
        ('"A-1";2027\n"A-2";2027\n', ["A-1", "A-2"]),
        (" A\u200b-1 \r\n\r\nA-2\u00a0\r\n", ["A-1", "A-2"]),
    ],
)
def test_a_file_of_codes_is_read_without_its_noise(tmp_path: Path, text: str, codes: list[str]) -> None:
    file = tmp_path / "codes.csv"
    file.write_text(text, encoding="utf-8", newline="")
    assert pools.read_codes(file) == codes


@pytest.mark.parametrize(
    ("text", "fault"),
    [("A-1\nA-1\n", "2: A-1 is already on line 1"), ("A 1!\n", "1: 'A1!'"), ("", "1: there is no code")],
)
def test_a_bad_file_of_codes_is_refused_by_line(tmp_path: Path, text: str, fault: str) -> None:
    file = tmp_path / "codes.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(pools.BadCodes, match=fault.replace("!", "[!]")):
        pools.read_codes(file)


def test_importing_twice_adds_nothing(store: Store) -> None:
    with store.write() as tx:
        assert pools.add(tx, "sconto", ["A", "B"], NOW) == 2
        assert pools.add(tx, "sconto", ["A", "B", "C"], NOW) == 1
        assert pools.stock(tx, ["sconto", "altro"]) == [pools.Stock("sconto", 3, 3), pools.Stock("altro", 0, 0)]
