"""A photograph of a code is read; whatever else is uploaded has its answer, soon and in little memory."""

import io
import struct
import zlib
from random import Random

import pytest
from PIL import Image, ImageFilter

from bot import apart
from bot.drawing import qr
from bot.errors import WorkDied
from bot.partners import badges, photos
from bot.partners.photos import Unread, read
from bot.people.keys import Keys
from tests.cast import NOON

BADGE = f"https://welfare.example.org/b/{badges.make(Keys(b'1' * 32), 'gomme-e-tagliando-badge', NOON)}"


def photograph(text: str, kind: str = "JPEG", *, side: int = 3000, share: float = 0.4, turned: float = 7) -> bytes:
    """Return a grainy photograph, a little out of focus and askew, of a phone that shows a QR code."""
    wall = Image.effect_noise((side, side * 3 // 4), 40).convert("RGB")
    code = Image.open(io.BytesIO(qr.png(text))).convert("RGB").resize((int(side * share),) * 2)
    shown = code.rotate(turned, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)
    wall.paste(shown, (side // 5, side // 20))
    file = io.BytesIO()
    wall.filter(ImageFilter.GaussianBlur(1.5)).save(file, kind, quality=70)
    return file.getvalue()


@pytest.mark.parametrize("text", [BADGE, "GIRA-7K2M-9QXA", "https://example.com/menu"])
@pytest.mark.parametrize(("kind", "side"), [("JPEG", 2400), ("PNG", 1200), ("WEBP", 1600)])
def test_a_photograph_says_what_its_code_says(text: str, kind: str, side: int) -> None:
    assert read(photograph(text, kind, side=side)) == text


def test_a_photograph_of_66_million_pixels_is_unpacked_at_less() -> None:
    big = Image.new("L", (9_400, 7_050), "white")
    big.paste(Image.open(io.BytesIO(qr.png(BADGE))).resize((3_000, 3_000)), (1_000, 900))
    file = io.BytesIO()
    big.save(file, "JPEG", quality=60)
    assert read(file.getvalue()) == BADGE


def test_a_picture_on_nothing_is_read() -> None:
    code = Image.open(io.BytesIO(qr.png("GIRA-7K2M-9QXA"))).convert("L")
    clear = Image.new("RGBA", code.size, (0, 0, 0, 0))
    clear.putalpha(code.point(lambda light: 255 - light))
    file = io.BytesIO()
    clear.save(file, "PNG")
    assert read(file.getvalue()) == "GIRA-7K2M-9QXA"


def test_two_codes_at_once_are_asked_about() -> None:
    both = Image.new("L", (1400, 600), "white")
    for place, text in enumerate(("GIRA-7K2M-9QXA", "GIRA-AAAA-BBBB")):
        both.paste(Image.open(io.BytesIO(qr.png(text))), (700 * place + 40, 40))
    file = io.BytesIO()
    both.save(file, "PNG")
    assert read(file.getvalue()) is Unread.SEVERAL


def test_a_photograph_without_a_code_says_so() -> None:
    file = io.BytesIO()
    Image.effect_noise((1600, 1200), 60).save(file, "JPEG")
    assert read(file.getvalue()) is Unread.NO_CODE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + b"\0" * 100,
        b"%PDF-1.7 not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\0\0\0\x18ftypheic" + b"\0" * 100,
        b"PK\x03\x04 a spreadsheet",
        photograph(BADGE)[:5_000],
        b"\xff\xd8\xff\xe0" + Random(1).randbytes(10_000),
        b"\x89PNG\r\n\x1a\n" + Random(2).randbytes(10_000),
    ],
)
def test_what_is_no_picture_is_said_to_be_none(content: bytes) -> None:
    assert read(content) is Unread.NO_PICTURE


def test_what_lies_about_its_size_is_never_unpacked() -> None:
    bombs = [_png(side) for side in (5_000, 30_000, 2_000_000)]
    assert max(map(len, bombs)) < 100_000
    assert [read(bomb) for bomb in bombs] == [Unread.LARGE] * 3
    assert read(b"\0" * (photos.LARGEST + 1)) is Unread.LARGE


def test_what_takes_too_long_is_ended_and_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*_: object, seconds: float) -> None:
        assert seconds == photos.SECONDS
        raise WorkDied(-9)

    monkeypatch.setattr(apart, "call", ended)
    assert read(qr.png("GIRA-7K2M-9QXA")) is Unread.NO_PICTURE


def _png(side: int) -> bytes:
    """Return a PNG that says it is a square of one colour, some kilobytes long."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    lines = zlib.compress(b"\0" * min(side * (side + 1), 30_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
