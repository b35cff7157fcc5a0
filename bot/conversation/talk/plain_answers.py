"""What is typed under a question of the bot's own in words so plain, or so short, that they are not left to a guess."""

import re

from bot.understanding.text.normal import words

_POLITE = r"(?: grazie| per favore| please| thanks| thank you)?"
_ASK = r"(?:chied\w+|domandar\w+|domande|far\w+ domande)"
_NO_MORE = (
    rf"(?:no )?(?:grazie )?(?:basta|stop|smettila|smetti)(?: di| con| con le| con queste)? {_ASK}(?: \w+){{0,2}}",
    rf"(?:per favore )?non (?:me lo |mi )?{_ASK} piu(?: niente| nulla| com e andata)?",
    r"(?:per favore )?non (?:voglio|farmi|mi fare|fatemi) piu(?: altre| queste)? domande",
    r"(?:no )?non (?:chiedermelo|chiedetemelo)(?: \w+){0,2}",
    r"(?:niente|nessuna)(?: piu| altre)? domande",
    r"(?:please )?(?:stop|quit)(?: asking| the| these)(?: \w+){0,3}",
    r"(?:please )?(?:do not|don t|never) ask(?: me)?(?: this| that| it| anything)?(?: again| anymore| any more)?",
    r"no(?: more)? questions",
)
_NOT_YET = (
    r"(?:no )?non (?:l |li |la |lo |le |gli |ci |mi )?(?:ho|sono)(?: mica)? ancora (?!avut|ricevut|trovat|ottenut).+",
    r"(?:no )?(?:not yet|i have not yet .+|i have not .+ yet|i haven t .+ yet)",
)
_WELL = (
    r"(?:si )?(?:e andato |e andata |e )?tutto (?:bene|benissimo|ok|a posto|risolto)",
    r"(?:si )?(?:bene|benissimo|molto bene|risolto)",
    r"(?:yes )?(?:all good|it went well|very well|fine)",
)
_KINDS = {"h-never": _NO_MORE, "h-wait": _NOT_YET, "h-yes": _WELL}
_SAID = {kind: re.compile(rf"(?:{'|'.join(ways)}){_POLITE}") for kind, ways in _KINDS.items()}


def plainly(text: str) -> str | None:
    """Return the kind of button that a text stands for as a whole: no questions any more, not yet, well."""
    said = " ".join(words(text))
    return next((kind for kind, ways in _SAID.items() if ways.fullmatch(said)), None)
