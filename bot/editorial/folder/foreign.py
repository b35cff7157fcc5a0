"""What a file is that is no YAML: another program's document, text in UTF-16, versions that Git could not join."""

import re

from bot.editorial.problem import Position, Problem

START = 2_000  # bytes at the beginning that are looked at
PACKED = b"PK\x03\x04"
FORMS = (  # how a file begins -> the variant of its message
    (b"{\\rtf", "rtf"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "document"),  # Office until 2003
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"<!doctype html", "page"),
    (b"<html", "page"),
)
INSIDE = (  # what is in a packed file of an office program
    (b"word/", "document"),
    (b"opendocument.text", "document"),
    (b"ppt/", "document"),
    (b"Index/", "document"),  # Apple's
    (b"xl/", "spreadsheet"),
    (b"opendocument.spreadsheet", "spreadsheet"),
)
WIDE = (b"\xff\xfe", b"\xfe\xff")
MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)|^={7}$", re.MULTILINE)


def form_of(data: bytes) -> str:
    """Return what a file is, by its first bytes: a variant of `not-text`, or nothing where it may be text."""
    if data.startswith(PACKED):
        return next((form for sign, form in INSIDE if sign in data), "archive")
    start = data[:START].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((form for sign, form in FORMS if start.startswith(sign) or start[:20].lower().startswith(sign)), "")


def foreign(data: bytes, file: str) -> Problem | None:
    """Return why these bytes are no text to read, if they are none."""
    if form := form_of(data):
        return Problem(Position(file), "not-text", variant=form)
    if data.startswith(WIDE) or data[:START].count(0) > len(data[:START]) // 4:
        return Problem(Position(file), "not-utf8", variant="wide")
    return None


def conflict(text: str, file: str) -> Problem | None:
    """Return where Git, or a program like it, has left two versions of some lines in a file."""
    plain = text.replace("\r\n", "\n")
    marks = [(plain.count("\n", 0, found.start()) + 1, found[0]) for found in MARK.finditer(plain)]
    if not marks:
        return None
    said = ", ".join(f"{line} ({sign})" for line, sign in marks)
    return Problem(Position(file, marks[0][0]), "conflict", values={"marks": said})
