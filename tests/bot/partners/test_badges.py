"""A badge is good for ten minutes, once, at the desk of its organization; nothing else passes for one."""

from base64 import urlsafe_b64decode
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.partners import badges
from bot.partners.badges import MARK, Badge, Fault, check, make, public_key
from tests.bot.partners.wrong_badges import OFFER, OURS, THEIRS, written
from tests.cast import NOON

PUBLIC = public_key(OURS)
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
    assert check(PUBLIC, written(raw), NOON) is Fault.FORGED


@pytest.mark.parametrize(
    "text",
    ["", "b1.", "b2." + "A" * 140, MARK + "A" * 3, MARK + "AAAA", MARK + "è" * 140, MARK + "A" * 100_000, "GIRA-7K2M"],
)
def test_what_is_no_whole_badge_is_damaged(text: str) -> None:
    assert check(PUBLIC, text, NOON) is Fault.DAMAGED


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(check(PUBLIC, text, NOON), Fault)
    assert isinstance(check(PUBLIC, MARK + text, NOON), Fault)
