"""A text as a QR code: a picture for chats and pages."""

import io

PIXELS = 8  # of a module
QUIET = 4  # modules of white around it: ISO/IEC 18004


def png(text: str) -> bytes:
    """Return a text as a QR code, in black on white, some hundred pixels wide; 5 to 40 ms."""
    import segno  # noqa: PLC0415 - 60 ms that only who asks for a picture needs

    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="png", scale=PIXELS, border=QUIET)
    return picture.getvalue()
