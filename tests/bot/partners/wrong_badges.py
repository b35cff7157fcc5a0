"""Badges that nobody may take: old, foreign, forged and broken ones, made by chance."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from random import Random

from bot.partners.badges import MARK, make
from bot.people.keys import Keys
from tests.cast import NOON

OURS, THEIRS = Keys(b"1" * 32), Keys(b"2" * 32)
OFFER = "gomme-e-tagliando-badge"
SECOND = timedelta(seconds=1)


def wrong(dice: Random, number: int) -> str:
    """Return a badge that is not good at NOON, in one of ten ways."""
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
    return written(raw)


def written(raw: bytes | bytearray) -> str:
    return MARK + urlsafe_b64encode(raw).rstrip(b"=").decode()
