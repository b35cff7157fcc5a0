"""Which document and which language a line names."""

import re
from typing import Literal

Document = Literal[
    "isee",
    "impegnativa",
    "ricetta",
    "spid",
    "cie",
    "busta-paga",
    "tessera-sanitaria",
    "documento",
    "permesso",
    "codice-fiscale",
    "fasting",
]
Tongue = Literal[
    "ar",
    "uk",
    "ur",
    "zh",
    "sq",
    "ro",
    "en",
    "fr",
    "pl",
    "ru",
    "es",
    "bn",
    "pa",
    "tl",
    "de",
    "pt",
    "tr",
    "hi",
    "it",
    "lis",
]

_DOCUMENTS: tuple[tuple[Document, str], ...] = (
    ("isee", r"isee"),
    ("impegnativa", r"impegnativ[ae]|(?:gp s? ?)?referral"),
    (
        "ricetta",
        (
            r"ricett[ae] (?:medic\w+|ross[ae]|bianc\w+|elettronic\w+|del (?:medico|dottore))|(?:la|una|con|senza|serve|"
            r"server\w+) ricetta|prescription"
        ),
    ),
    ("spid", r"spid"),
    ("cie", r"cie|(?:carta d identita|carta di identita) elettronica|electronic (?:identity|id) card"),
    ("busta-paga", r"bust[ae] paga|cedolin[oi]|pay ?slips?|wage slips?"),
    ("tessera-sanitaria", r"tessera sanitaria|tesserino sanitario|health (?:insurance )?card"),
    ("codice-fiscale", r"codic[ei] fiscal[ei]|tax (?:code|id)|fiscal code"),
    ("permesso", r"(?:permesso|carta) di soggiorno|(?:residence|residency|stay) permit"),
    ("fasting", r"digiuno|fasting|empty stomach"),
    (
        "documento",
        (
            r"(?:il|un|qualche|altro) documento|documento d identita|documento di identita|carta d identita|carta di "
            r"identita|passaporto|passport|(?:id|identity) (?:card|document)|identity card|patente"
        ),
    ),
)
_PAPERS = tuple((document, re.compile(rf"\b(?:{spoken})\b")) for document, spoken in _DOCUMENTS)

_TONGUES: tuple[tuple[Tongue, str], ...] = (
    ("ar", r"arab[oi]|arabic|marocchino"),
    ("uk", r"ucrain[oi]|ukrainian"),
    ("ur", r"urdu|pakistano|pakistani"),
    ("zh", r"cinese|chinese|mandarino|mandarin"),
    ("sq", r"albanese|albanian"),
    ("ro", r"rumeno|romeno|moldavo|romanian|moldovan"),
    ("en", r"inglese|english"),
    ("fr", r"francese|french"),
    ("pl", r"polacco|polish"),
    ("ru", r"russo|russian"),
    ("es", r"spagnolo|spanish"),
    ("bn", r"bengalese|bengali|bangla"),
    ("pa", r"punjabi|panjabi"),
    ("tl", r"tagalog|filippino|filipino"),
    ("de", r"tedesco|german"),
    ("pt", r"portoghese|portuguese|brasiliano"),
    ("tr", r"turco|turkish"),
    ("hi", r"hindi|indiano"),
    ("lis", r"lis|lingua dei segni|sign language"),
    ("it", r"italiano|italian"),
)
_NAMES = "|".join(f"(?P<{tongue}>{spoken})" for tongue, spoken in _TONGUES)
_SPOKEN = re.compile(
    r"\b(?:(?:parl\w+|speak\w*|spoken|capi(?:sce|scono|te|r\w*)|understand\w*|lingua|lingue|language|interprete|"
    r"interpreter|mediat\w+|traduttor\w+|traduzion\w+|translat\w+)(?: (?!corso|corsi|course|impar\w+|"
    r"lezion\w+)\w+){0,4}? (?:l )?|"
    rf"^(?:(?:e|anche|magari|and|also|c e|in|l|il|ma|o|qualcuno|any|is there) )*)(?:{_NAMES})\b(?P<end>$| ,)?"
)
_WRITTEN = re.compile(
    rf"\b(?<!corso )(?<!corsi )(?<!lezioni )(?<!course )in (?:{_NAMES})(?P<end>$| ,| please| per favore)"
)
_LEARNT = re.compile(
    r"\b(?:cors[oi]|lezion[ei]|impar\w+|ripetizion[ei]|compit[oi]|scuola|verifica|course|class(?:es)?|lessons?|"
    r"learn\w*|studi\w+)\b"
)
_NOT_SPOKEN = re.compile(r"\b(?:non|not|don t|dont|doesn t|doesnt|male|poco)\b")


def document(text: str) -> Document | None:
    """Return the first document that a line names."""
    found = [(match.start(), name) for name, pattern in _PAPERS if (match := pattern.search(text))]
    return min(found)[1] if found else None


def spoken(text: str) -> Tongue | None:
    """Return the language that somebody is asked to speak, or speaks; not one to be learnt."""
    if _LEARNT.search(text):
        return None
    for pattern in (_SPOKEN, _WRITTEN):
        for match in pattern.finditer(text):
            alone = match[0][:1] not in "psculimt" or match.end() == len(text) or match["end"]
            if (
                alone
                and not _NOT_SPOKEN.search(match[0])
                and not _NOT_SPOKEN.search(text[max(0, match.start() - 8) : match.start()])
            ):
                return next(tongue for tongue, _ in _TONGUES if match[tongue])
    return None
