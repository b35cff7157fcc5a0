r"""Signs that act or hide instead of being seen: controls, directions of writing, signs without width, tags.

A terminal obeys the first, a person reads a text in another order or does not see what stands in it. A joiner (U+200C,
U+200D) or the variation of an emoji (U+FE0F) is left alone where it joins or varies something; so is U+00A0, which
stands in sums of money. A soft hyphen (U+00AD) is none of these: it comes with text copied from a page, and parts a
word that is searched for.
"""

import json
import re
import unicodedata

_CLASS = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1
    r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"  # directions, lines and paragraphs
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164\ufeff\uffa0\ufff9-\ufffb"
    r"\ud800-\udfff"  # halves of signs
    r"\ufe00-\ufe0f\U000e0000-\U000e0fff"  # variations, tags
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # formats of shorthand and of music
)
HIDDEN = re.compile(f"[{_CLASS}]")
_EMOJI = (
    r"[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff][\ufe0e\ufe0f]?"
)
_JOINED = (
    rf"{_EMOJI}(?:\u200d?{_EMOJI})*",
    r"[0-9#*]\ufe0f\u20e3",  # a digit on a key
    r"[\u0600-\u0dff][\u200c\u200d](?![\u200c\u200d])",  # letters that are written otherwise beside others
)
_LOOK = re.compile(f"{'|'.join(_JOINED)}|(?P<hidden>[{_CLASS}\n\t])")


def first_hidden(text: str) -> re.Match[str] | None:
    """Return where the first hidden sign stands; newlines and tabs are none."""
    if HIDDEN.search(text) is None:
        return None
    return next((found for found in _LOOK.finditer(text) if _hides(found, "\n\t")), None)


def visible(text: str, keep: str = "") -> str:
    r"""Write hidden signs, newlines and tabs as JSON does (`\u001b`, `\n`), save those to `keep`."""
    return _LOOK.sub(lambda found: json.dumps(found[0])[1:-1] if _hides(found, keep) else found[0], text)


def named(sign: str) -> str:
    """Return a sign's number, and its name where it has one: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()


def _hides(found: re.Match[str], keep: str) -> bool:
    return found["hidden"] is not None and found[0] not in keep
