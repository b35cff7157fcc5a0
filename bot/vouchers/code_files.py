"""Which kind of spreadsheet somebody sent, told by how it begins: its name may say something else."""

from bot.vouchers import open_documents, text_tables, workbooks
from bot.vouchers.sheets import LARGEST, Sheet, Unreadable

# How other files begin -> which cure they need.
OTHERS = (
    (b"\xd0\xcf\x11\xe0", "old-excel"),
    (b"%PDF", "pdf"),
    (b"{\\rtf", "word"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
)
PAGES = (b"<html", b"<!doctype", b"<?xml", b"<table")
ZIP = b"PK\x03\x04"


def read(name: str, content: bytes) -> list[Sheet]:
    """Return the sheets of a file. Raises Unreadable."""
    if len(content) > LARGEST:
        raise Unreadable("too-big", limit=LARGEST // 1_000_000)
    for start, why in OTHERS:
        if content.startswith(start):
            raise Unreadable(why)
    if content[:300].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(PAGES):
        raise Unreadable("page")
    if content.startswith(ZIP):
        return open_documents.read(content) if open_documents.is_one(content) else workbooks.read(content)
    if name.lower().endswith((".xlsx", ".xlsm")):
        raise Unreadable("no-spreadsheet")
    return [Sheet("", text_tables.read(content))]
