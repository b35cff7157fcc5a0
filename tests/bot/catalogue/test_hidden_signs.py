"""Signs that act or hide are found, whatever they are called; signs that belong to what is seen are left alone."""

import json
import unicodedata

import pytest

from bot.catalogue.hidden_signs import first_hidden, named, visible

HIDDEN = [
    *(chr(code) for code in range(0x20) if chr(code) not in "\n\t"),  # C0
    *map(chr, range(0x7F, 0xA0)),  # DEL and C1
    *map(chr, range(0x202A, 0x202F)),  # directions
    *map(chr, range(0x2066, 0x206A)),
    *"\u200e\u200f\u061c\u2028\u2029",
    *"\u200b\u2060\ufeff\u00ad\u200c\u200d\u180e\u3164\u2061\ufff9",  # without width
    *map(chr, range(0xE0000, 0xE0080)),  # tags
    *"\ud800\udfff",
    *"\ufe00\ufe0f\U000e0100",  # variations of nothing that has any
]
SEEN = [
    "Perché no? 18 € l’ora, «così»",
    "18\u00a0€",  # a space that does not break, as money is written
    "❤️ ☎️ ℹ️ ©️ 1️⃣ #️⃣",
    "👩‍🔧 👨‍👩‍👧‍👦 👩🏽‍🔧 🏳️‍🌈 👁️‍🗨️ 🇮🇹",
    "می‌خواهم",  # Persian joins with U+200C
    "ශ්‍රී",  # Sinhala with U+200D
    "due righe\ne una colonna\tdopo",
]


@pytest.mark.parametrize("sign", HIDDEN, ids=lambda sign: f"{ord(sign):04X}")
def test_a_sign_that_hides_or_acts_is_found(sign: str) -> None:
    for text in (sign, f"a{sign}b", f"Via Roma{sign}", f"{sign}1"):
        found = first_hidden(text)
        assert found
        assert found[0] == sign
        assert found.start() == text.index(sign)


@pytest.mark.parametrize("text", SEEN)
def test_what_is_seen_is_left_alone(text: str) -> None:
    assert first_hidden(text) is None
    assert visible(text, keep="\n\t") == text


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d",
        "👩\u200d\u200d🔧",
        "❤\ufe0f\ufe0f",
        "a\u200d👩",
        "\u200d👩",
        "1\ufe0f",
        "ی\u200c\u200c",
        "☎\ufe0f\U000e0100",
    ],
)
def test_a_joiner_that_joins_nothing_is_found(text: str) -> None:
    assert first_hidden(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mrosso", r"\u001b[31mrosso"),
        ("a\nb\tc", r"a\nb\tc"),
        ("\x9b31m", r"\u009b31m"),
        ("abc\u202efdp.exe", r"abc\u202efdp.exe"),
        ("file\udcff", r"file\udcff"),
        ("x\U000e0041", r"x\udb40\udc41"),
    ],
)
def test_a_hidden_sign_is_shown_as_json_writes_it(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


def test_json_stays_what_it_was() -> None:
    value = {"name": " ".join(HIDDEN) + "così\n"}
    text = json.dumps(value, ensure_ascii=False, indent=1)
    shown = visible(text, keep="\n")
    assert json.loads(shown) == json.loads(text)
    assert first_hidden(shown) is None


def test_no_sign_of_the_kinds_that_act_was_forgotten() -> None:
    """Unicode's own kinds: controls, formats, parts of lines, halves of signs. What it shows before digits stays."""
    kinds = {"Cc", "Cf", "Zl", "Zp", "Cs"}
    prefixes = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    hieroglyphs = range(0x13430, 0x13440)  # they put signs together that are all seen
    known = {*prefixes, *hieroglyphs, *map(ord, "\n\t")}
    every = (code for code in range(0x110000) if unicodedata.category(chr(code)) in kinds and code not in known)
    assert not [f"{code:04X}" for code in every if not first_hidden(f"a{chr(code)}b")]


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\x1b", "U+001B"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\udc80", "U+DC80"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_a_sign_is_named_as_unicode_does(sign: str, name: str) -> None:
    assert named(sign) == name
