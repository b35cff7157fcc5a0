"""What is sealed: readable with the key alone, never the same twice, of no length that tells anything."""

import pytest

from bot.people.keys import BLOCK, Keys

KEYS, OTHER = Keys(b"k" * 32), Keys(b"o" * 32)
TEXTS = ["a", "anna", "perché sì 😀", "\ud800", "x" * 100_000, '{"a": "\\u0000"}']


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_what_is_sealed_can_be_read_with_the_key_alone(text: str) -> None:
    sealed = KEYS.seal(text)
    assert KEYS.unseal(sealed) == text
    assert sealed.isascii()
    assert KEYS.seal(text) != sealed
    with pytest.raises(ValueError, match="another key"):
        OTHER.unseal(sealed)


@pytest.mark.parametrize("broken", ["", "s2.", "s2.AAAA", "gAAAAAB", "{}", "perché", "s2.è" + "A" * 80])
def test_what_was_never_sealed_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="another key"):
        KEYS.unseal(broken)


def test_a_sealed_text_that_was_changed_is_refused() -> None:
    sealed = KEYS.seal("take:casa-sicura")
    for place in range(3, len(sealed) - 1):
        with pytest.raises(ValueError, match="another key"):
            KEYS.unseal(sealed[:place] + ("B" if sealed[place] == "A" else "A") + sealed[place + 1 :])


def test_values_that_are_packed_are_of_one_length_and_come_back() -> None:
    rows = [("", "reached", ""), ("biomed-padana", "need", "anziani"), ("a" * 40, "claimed", "s" * 30)]
    packed = [KEYS.pack(*row) for row in rows]
    assert [tuple(KEYS.unpack(one)) for one in packed] == rows
    assert len({len(one) for one in packed}) == 1
    assert max(len(str(list(row))) for row in rows) < BLOCK


def test_the_secret_is_in_no_representation() -> None:
    assert "k" * 8 not in repr(KEYS)
    assert KEYS.fingerprint != OTHER.fingerprint
