"""A text is in its own signs: none that were read in one encoding and kept in another.

Good, in the organization:
    name: Più Città
Bad, in the organization:
    name: PiÃ¹ CittÃ
"""

import re
from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.tree import Scalar

# What the bytes of a sign in UTF-8 look like, read as Windows has them (ù is Ã¹), or as a Mac has them (ù is √π).
# No Italian or English word has these.
RUN = re.compile(
    r"Ã(?:[^\x00-\x7f]| )|Â[\x80-\xbf]|Å[^\x00-\x7f]|â[^\x00-\x7f]{2}|ð[^\x00-\x7f]{3}|ï»¿"
    r"|√[^\x00-\x7f]|‚[^\x00-\x7f]{2}"
)
# What stands where a sign could not be read; also d?identità, and no address of the web.
LOST = re.compile(r"\ufffd|ï¿½|\b(?:[dlcDLC]|[DdNnSsAa]\w?[al]ll|[Aa]ll|[Uu]n)\?[^\W\d_]{2,}")
MAC = "√‚"
AROUND = 20  # signs that are shown before and after


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source in knowledge.sources:
        for scalar in filter(_may_be, source.scalars()):
            if lost := LOST.search(scalar.text):
                near = _near(scalar.text, *lost.span())
                yield Problem(scalar.position, "garbled-text", values={"near": near}, variant="lost")
            elif found := next((run for run in RUN.finditer(scalar.text) if _whole(run[0]) != run[0]), None):
                near = _near(scalar.text, *found.span())
                values: dict[str, str | int] = {"near": near, "meant": RUN.sub(lambda run: _whole(run[0]), near)}
                yield Problem(scalar.position, "garbled-text", values=values)


def _may_be(scalar: Scalar) -> bool:
    """Tell whether a text has a sign that is looked for at all: most phrases of the library have none."""
    return not scalar.text.isascii() or "?" in scalar.text[:-2]


def _near(text: str, start: int, end: int) -> str:
    return text[:start].rpartition(" ")[2][-AROUND:] + text[start:end] + text[end:].partition(" ")[0][:AROUND]


def _whole(run: str) -> str:
    """Return the sign that a run stands for, or the run: `Ã¹` is ù. A hard space may have become a plain one."""
    if run[0] in MAC:
        return run.encode("mac_roman", "replace").decode("utf-8", "replace")
    for text in (run, run[:-1] + "\u00a0" if run.endswith(" ") else run):
        try:
            return b"".join(_byte(sign) for sign in text).decode("utf-8")
        except UnicodeError:
            continue
    return run


def _byte(sign: str) -> bytes:
    """Return the byte that a sign was in Windows, or in Latin 1 where Windows has none."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")
