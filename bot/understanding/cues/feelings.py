"""Whether a message brings sorrow, shame or fear: then one human sentence comes before anything else."""

import re
from typing import Literal

Feeling = Literal["sorrow", "shame", "fear"]
# Of the person who writes, in a line as text.line has it; the first kind that is met is meant.
SPOKEN: tuple[tuple[Feeling, re.Pattern[str]], ...] = (
    (
        "shame",
        re.compile(r"\b(?:mi vergogno|che vergogna|ho vergogna|provo vergogna|i m ashamed|i am ashamed|so ashamed)\b"),
    ),
    (
        "fear",
        re.compile(
            r"\b(?:ho (?:tanta |molta |una gran |troppa )?paura(?! (?:dei cani|di volare))|abbiamo paura|"
            r"sono (?:spaventat|terrorizzat|impaurit)\w+|(?:i m|i am|we are) (?:so )?(?:scared|afraid|terrified))\b"
        ),
    ),
    (
        "sorrow",
        re.compile(
            r"\b(?:piango|scoppio a piangere|(?:sono|mi sento|siamo) (?:\w+ )?(?:distrutt|disperat|esaurit|a pezzi|"
            r"(?:tanto |molto |cosi )?sol[oa] al mondo)\w*|mi sento (?:\w+ )?(?:sol[oa]|pers[oa]|vuot[oa])|"
            r"non ce la (?:faccio|facciamo) piu|ho toccato il fondo|non (?:ne )?posso piu|mi manca tanto|"
            r"i (?:keep|can t stop) crying|i cry|(?:i m|i am) (?:so )?(?:exhausted|desperate|heartbroken)|"
            r"i feel (?:so )?(?:alone|lonely|lost|empty)|i can t (?:cope|take it)(?: any ?more)?)\b"
        ),
    ),
)


def feeling(line: str) -> Feeling | None:
    """Return the feeling that a message brings; a plain request brings none."""
    return next((kind for kind, pattern in SPOKEN if pattern.search(line)), None)
