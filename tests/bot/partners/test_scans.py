"""What is scanned at a desk may be a code, a badge, its address, or somebody else's."""

import pytest

from bot.partners import badges
from bot.partners.scans import Badge, Stranger, Typed, read_scan
from bot.people.keys import Keys
from tests.cast import NOON

BADGE = badges.make(Keys(b"1" * 32), "gomme-e-tagliando-badge", NOON)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GIRA-7K2M-9QXA", Typed("GIRA-7K2M-9QXA")),
        ("  gira 7k2m 9qxa\n", Typed("gira 7k2m 9qxa")),
        ("È-7", Typed("È-7")),
        ("", Typed("")),
        (BADGE, Badge(BADGE)),
        (f"https://welfare.example.org/b/{BADGE}", Badge(BADGE)),
        (f" HTTP://localhost:8080/b/{BADGE}/ ", Badge(BADGE)),
        (BADGE[:40], Badge(BADGE[:40])),  # cut: who checks it says so
        ("https://welfare.example.org/b/menu", Stranger()),
        ("https://welfare.example.org/i/abc", Stranger()),
        ("www.example.com", Stranger()),
        ("mailto:anna@example.org", Stranger()),
        ("WIFI:S:ospiti;T:WPA;P:segreta;;", Stranger()),
        ("BEGIN:VCARD\nFN:Anna", Stranger()),
        ("BCD\n002\n1\nSCT\n\nAnna", Stranger()),
        ("SPC\r\n0200", Stranger()),
        ("tel:+390591234", Stranger()),
        ("otpauth://totp/x?secret=y", Stranger()),
        ("7" * 65, Stranger()),
        ("a\0b", Stranger()),
        ("x" * 1_000_000, Stranger()),
    ],
    ids=lambda one: type(one).__name__,  # not of the text: a badge is another one at every run
)
def test_a_scan_is_read(text: str, found: Typed | Badge | Stranger) -> None:
    assert read_scan(text) == found
