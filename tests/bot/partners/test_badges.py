"""A badge is good for ten minutes, once, at the desk of its organization; nothing else passes for one."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.partners import badges
from bot.partners.badges import MARK, Badge, Fault, check, make, public_key
from bot.people.keys import Keys
from tests.cast import NOON

OURS, THEIRS = Keys(b"1" * 32), Keys(b"2" * 32)
PUBLIC = public_key(OURS)
OFFER = "gomme-e-tagliando-badge"
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


def test_a_badge_says_its_offer_and_its_end_and_nothing_else() -> None:
    badge = check(PUBLIC, make(OURS, OFFER, NOON), NOON)
    assert isinstance(badge, Badge)
    assert (badge.offer, badge.ends) == (OFFER, NOON + timedelta(minutes=10))
    raw = urlsafe_b64decode(make(OURS, OFFER, NOON).removeprefix(MARK) + "==")
    assert len(raw) == 4 + 4 + 12 + len(OFFER) + 64, "key, end, nonce, offer, signature: no room for a person"


def test_no_two_badges_are_the_same_and_the_longest_is_read() -> None:
    made = {make(OURS, "o" * 40, NOON) for _ in range(50)}
    assert len(made) == 50
    assert all(isinstance(check(PUBLIC, one, NOON), Badge) for one in made)


@pytest.mark.parametrize(
    ("later", "found"),
    [
        (timedelta(), Badge),
        (10 * MINUTE - SECOND, Badge),
        (10 * MINUTE, Fault),
        (timedelta(days=365), Fault),
        (-badges.APART, Badge),  # who made it has a clock that is ahead
        (-badges.APART - SECOND, Fault),  # far ahead: it would be good for too long
    ],
)
def test_it_is_good_for_ten_minutes(later: timedelta, found: type[Badge | Fault]) -> None:
    assert isinstance(check(PUBLIC, make(OURS, OFFER, NOON), NOON + later), found)


def test_a_badge_of_another_network_is_foreign_and_a_forged_one_forged() -> None:
    assert check(PUBLIC, make(THEIRS, OFFER, NOON), NOON) is Fault.FOREIGN
    raw = bytearray(urlsafe_b64decode(make(THEIRS, OFFER, NOON).removeprefix(MARK) + "=="))
    raw[:4] = urlsafe_b64decode(make(OURS, OFFER, NOON).removeprefix(MARK) + "==")[:4]  # says that it is ours
    assert check(PUBLIC, _text(raw), NOON) is Fault.FORGED


@pytest.mark.parametrize(
    "text",
    ["", "b1.", "b2." + "A" * 140, MARK + "A" * 3, MARK + "AAAA", MARK + "è" * 140, MARK + "A" * 100_000, "GIRA-7K2M"],
)
def test_what_is_no_whole_badge_is_damaged(text: str) -> None:
    assert check(PUBLIC, text, NOON) is Fault.DAMAGED


def test_five_thousand_forged_old_and_foreign_badges_are_refused() -> None:
    dice = Random(19)
    wrong = [_wrong(dice, number) for number in range(5_000)]
    found = [check(PUBLIC, text, NOON) for text in wrong]
    assert not [one for one in found if isinstance(one, Badge)]
    assert set(found) == set(Fault), "of every kind"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(check(PUBLIC, text, NOON), Fault)
    assert isinstance(check(PUBLIC, MARK + text, NOON), Fault)


def _wrong(dice: Random, number: int) -> str:
    """Return a badge that is not good, in one of ten ways."""
    good = make(OURS, OFFER, NOON)
    raw = bytearray(urlsafe_b64decode(good.removeprefix(MARK) + "=="))
    at = dice.randrange(len(raw))
    letter = dice.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= é")
    where = dice.randrange(len(good))
    match number % 10:
        case 0:
            return make(OURS, OFFER, NOON - dice.randrange(600, 10**8) * SECOND)
        case 1:
            return make(THEIRS, OFFER, NOON)
        case 2:  # one bit
            raw[at] ^= 1 << dice.randrange(8)
        case 3:  # another end
            raw[4:8] = (int.from_bytes(raw[4:8]) + dice.randrange(1, 10**6)).to_bytes(4)
        case 4:  # another offer
            raw[20:-64] = b"casa-sicura-rete"
        case 5:  # cut, or longer
            return dice.choice([good[:where], good + letter, letter + good])
        case 6:  # one letter
            return good[:where] + (letter if letter != good[where] else "!") + good[where + 1 :]
        case 7:  # the signature of another badge of ours
            raw[-64:] = urlsafe_b64decode(make(OURS, OFFER, NOON).removeprefix(MARK) + "==")[-64:]
        case 8:  # a signature as large as the curve's order: the same by its arithmetic, not by its rules
            order = 2**252 + 27742317777372353535851937790883648493
            raw[-32:] = (int.from_bytes(raw[-32:], "little") + order).to_bytes(32, "little")
        case _:
            raw[20 + dice.randrange(len(OFFER)) :] = dice.randbytes(at)
    return _text(raw)


def _text(raw: bytes | bytearray) -> str:
    return MARK + urlsafe_b64encode(raw).rstrip(b"=").decode()
