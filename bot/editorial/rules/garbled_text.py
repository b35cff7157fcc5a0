"""A text is in its own signs: none that were read in one encoding and kept in another.

**Good:**
```yaml
# in the organization
name: Più Città
```

**Bad:**
```yaml
# in the organization
name: PiÃ¹ CittÃ
```
"""

import re
from collections.abc import Iterator
from datetime import date

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

LOST = "\ufffd"  # what stands where a sign could not be read
# What the bytes of a sign in UTF-8 look like, read as Windows has them: ù is Ã¹. No Italian or English word has these.
RUN = re.compile(r"Ã(?:[^\x00-\x7f]| )|Â[\x80-\xbf]|Å[^\x00-\x7f]|â[^\x00-\x7f]{2}|ð[^\x00-\x7f]{3}|ï»¿")
AROUND = 20  # signs that are shown before and after


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for source in knowledge.sources:
        for scalar in source.scalars():
            if LOST in scalar.text:
                near = _near(scalar.text, scalar.text.index(LOST), scalar.text.index(LOST) + 1)
                yield Problem(scalar.position, "garbled-text", values={"near": near}, variant="lost")
            elif found := next((run for run in RUN.finditer(scalar.text) if _whole(run[0]) != run[0]), None):
                near = _near(scalar.text, *found.span())
                values: dict[str, str | int] = {"near": near, "meant": RUN.sub(lambda run: _whole(run[0]), near)}
                yield Problem(scalar.position, "garbled-text", values=values)


def _near(text: str, start: int, end: int) -> str:
    return text[:start].rpartition(" ")[2][-AROUND:] + text[start:end] + text[end:].partition(" ")[0][:AROUND]


def _whole(run: str) -> str:
    """Return the sign that a run stands for, or the run: `Ã¹` is ù. A hard space may have become a plain one."""
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
