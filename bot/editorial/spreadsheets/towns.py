"""The town that a cell names, with whatever stands around it: `41012 CARPI (MO)`, `Fossoli di Carpi`. Pure."""

import re

from rapidfuzz import fuzz, process

from bot.catalogue.by_name import plain
from bot.editorial.spreadsheets.names import Names

AROUND = re.compile(r"\(\s*[a-z]{2}\s*\)|\b\d{5}\b|\b(?:comune|citta) di\b|\bfraz(?:ione|\.)?\b|[-–,;]\s*[a-z]{2}\s*$")
CLOSE = 90  # how alike (0-100) a mistyped name must be
LONGEST = 60  # signs


def bare(text: str) -> str:
    """Return a town's name without its province and its postal code."""
    return " ".join(AROUND.sub(" ", plain(text)).strip(" ,;-–").split())


def town_said(text: str, towns: Names) -> str | None:
    """Return the id of the town that a text is the name of, also mistyped by a letter."""
    if len(text) > LONGEST:
        return None
    said = bare(text)
    if (found := towns.read(said)) is not None or not said:
        return found
    names = towns.plain_names
    near = process.extractOne(said, list(names), scorer=fuzz.ratio, score_cutoff=CLOSE)
    return names[near[0]] if near else None


def parted(address: str, towns: Names) -> tuple[str, str | None]:
    """Part `Via Roma 3, 41012 Carpi (MO)` into the street and the town's id; a hamlet stays with the street."""
    address = re.sub(r"(?:\s*,)+", ",", address)
    for cut in [found.start() for found in re.finditer(r"\s*[,;–(-]\s*|\s+(?=\d{5}\b)", address)]:
        rest = address[cut:].strip(" ,;–-")
        if (town := town_said(rest, towns)) and (street := address[:cut].strip(" ,;–-")):
            return (street if bare(rest) == plain(towns.label(town)) else address.strip(" ,;–-")), town
    return " ".join(re.sub(r"\b\d{5}\b", "", address).split()).strip(" ,;–-"), None
