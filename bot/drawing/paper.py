"""Pages as files: a PDF that keeps its letters, and the pixels of its first page."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from bot.drawing.page import Page, load_fonts

if TYPE_CHECKING:
    from PIL.Image import Image

Drawing = Callable[[Page], object]


def pdf(size: tuple[float, float], drawings: Iterable[Drawing], *, title: str, author: str) -> bytes:
    """Draw a page of a size in points for each drawing. The same drawings give the same bytes."""
    load_fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for draw in drawings:
        draw(Page(canvas, *size))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture(page: bytes, scale: float) -> "Image":
    """Return the first page of a PDF in so many pixels for each point."""
    import pypdfium2  # noqa: PLC0415 - a third of a second, which the posters do not need

    with pypdfium2.PdfDocument(page) as document:
        drawn: Image = document[0].render(scale=scale).to_pil()
    return drawn
