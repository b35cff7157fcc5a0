"""A photograph of a QR code: it may be anything, so it is read in a process of its own, with a time for it."""

import io
import warnings
from enum import StrEnum
from typing import TYPE_CHECKING

from bot import apart
from bot.errors import WorkDied

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 12_000_000  # bytes
SECONDS = 5
FORMATS = ("JPEG", "PNG", "WEBP")
SIDE = 2_000  # pixels that are looked at: in so many a code that fills a fifth of a photograph is read
MOST_PIXELS = 20_000_000  # of what cannot be unpacked at a smaller size, as a JPEG can
_CODES = "bot.partners.photos:codes"


class Unread(StrEnum):
    """Why a photograph says nothing."""

    LARGE = "large"
    NO_PICTURE = "no-picture"
    NO_CODE = "no-code"
    SEVERAL = "several"


def read(content: bytes) -> str | Unread:
    """Return what the QR code in a photograph says; at most SECONDS pass."""
    if len(content) > LARGEST:
        return Unread.LARGE
    try:
        found: list[str] | Unread = apart.call(_CODES, content, seconds=SECONDS)
    except WorkDied:
        return Unread.NO_PICTURE
    if isinstance(found, Unread):
        return found
    return Unread.SEVERAL if len(found) > 1 else found[0] if found else Unread.NO_CODE


def codes(content: bytes) -> "list[str] | Unread":
    """Return what the QR codes of a picture say, each once; whatever its name and type said, its content decides."""
    import zxingcpp  # noqa: PLC0415 - only that process reads pictures
    from PIL import Image  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = _grey(Image.open(io.BytesIO(content), formats=FORMATS))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return Unread.LARGE
    except Exception:  # noqa: BLE001 - a broken picture raises whatever its decoder does
        return Unread.NO_PICTURE
    if picture is None:
        return Unread.LARGE
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(picture, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    return list(dict.fromkeys(one.text for one in found if one.text))


def _grey(picture: "Image") -> "Image | None":
    """Return a picture without its colours, on white and small enough; None where it has too many pixels."""
    picture.draft("L", (SIDE, SIDE))  # a JPEG is unpacked at half its size, or less; others stay as they are
    if picture.width * picture.height > MOST_PIXELS:
        return None
    picture.thumbnail((SIDE, SIDE))
    if picture.has_transparency_data:
        from PIL import Image  # noqa: PLC0415 - as above

        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture.convert("RGBA"))
    return picture.convert("L")
