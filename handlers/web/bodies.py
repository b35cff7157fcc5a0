"""What a form sends, read up to a limit into memory: nothing of it ever lies in a file."""

from collections.abc import AsyncGenerator, Mapping
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from handlers.web.visit import Upload

MOST_FIELDS = 100


class TooLarge(Exception):
    """More was sent than the page takes."""


class Unreadable(Exception):
    """What was sent is no form, or broke off."""


async def read(request: Request, largest: int) -> tuple[Mapping[str, str], Mapping[str, Upload]]:
    """Return the fields and files of a form. Raises TooLarge, Unreadable."""
    try:
        body = await _body(request, largest)
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            return await _parts(request, body)
        pairs = parse_qsl(body.decode(errors="replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except (ValueError, MultiPartException, ClientDisconnect):
        raise Unreadable from None
    return {name: _clean(value) for name, value in pairs}, {}


async def _body(request: Request, largest: int) -> bytes:
    if int(request.headers.get("content-length", 0)) > largest:
        raise TooLarge
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise TooLarge
    return bytes(body)


async def _parts(request: Request, body: bytes) -> tuple[Mapping[str, str], Mapping[str, Upload]]:
    async def whole() -> AsyncGenerator[bytes, None]:
        yield body

    parser = MultiPartParser(request.headers, whole(), max_fields=MOST_FIELDS, max_files=1, max_part_size=len(body))
    parser.spool_max_size = len(body) + 1  # else a file above a megabyte would lie on the disk
    try:
        form = await parser.parse()
        fields = {name: _clean(value) for name, value in form.multi_items() if isinstance(value, str)}
        sent = [(name, one, one.filename) for name, one in form.multi_items() if isinstance(one, UploadFile)]
        return fields, {name: Upload(_clean(called), await one.read()) for name, one, called in sent if called}
    finally:
        for file in parser._files_to_close_on_error:  # noqa: SLF001 - a file that breaks off is in no form to be closed
            file.close()


def _clean(text: str) -> str:
    """Take out NUL, which PostgreSQL refuses, and what stands for broken letters in it."""
    return text.replace("\0", "").encode(errors="ignore").decode()
