"""A text as a QR code: a picture for chats and pages, a page to print, letters for a terminal."""

import io
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from segno import QRCode

PIXELS = 8  # of a module
POINTS = 6  # likewise, on paper
QUIET = 4  # modules of white around it: ISO/IEC 18004
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}  # two rows are one line


def png(text: str) -> bytes:
    """Return a text as a QR code, in black on white, some hundred pixels wide; 5 to 40 ms."""
    return _drawn(text, "png", PIXELS)


def pdf(text: str) -> bytes:
    """Return a text as a QR code on a page of its size."""
    return _drawn(text, "pdf", POINTS)


def lines(text: str) -> list[str]:
    """Return a text as a QR code in lines of block letters, which are dark on light."""
    rows = [[bool(module) for module in row] for row in _made(text).matrix_iter(border=QUIET)]
    rows += [[False] * len(rows[0])] * (len(rows) % 2)
    return ["".join(HALVES[pair] for pair in zip(*two, strict=True)) for two in zip(rows[::2], rows[1::2], strict=True)]


def _drawn(text: str, kind: Literal["png", "pdf"], scale: int) -> bytes:
    file = io.BytesIO()
    _made(text).save(file, kind=kind, scale=scale, border=QUIET)
    return file.getvalue()


def _made(text: str) -> "QRCode":
    import segno  # noqa: PLC0415 - 60 ms that only who asks for a picture needs

    return segno.make(text, error="m", micro=False)
