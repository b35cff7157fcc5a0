"""Finding services by their names: an id, how a name begins, or words that are nearly it."""

from functools import lru_cache
from unicodedata import combining, normalize

from rapidfuzz import fuzz, process

from bot.catalogue.catalogue import Catalogue, Entry

CLOSE = 80  # how alike (0-100) a mistyped name must be


def named(catalogue: Catalogue, text: str, most: int) -> list[Entry]:
    """Return the services that a text names, the best first, at most so many; none that is suspended."""
    shown = {entry.id: entry for entry in catalogue.entries.values() if not entry.service.suspended}
    if text.strip() in shown:
        return [shown[text.strip()]]
    wanted = plain(text)
    if not wanted:
        return []
    names = {(id_, name): _plain_name(name) for id_, entry in shown.items() for name in _names(entry)}
    begun = {id_: None for (id_, _), name in names.items() if f" {name}".find(f" {wanted}") >= 0}
    near = process.extract(wanted, names, scorer=fuzz.partial_ratio, score_cutoff=CLOSE, limit=None)
    found = begun or {id_: None for _, _, (id_, _) in near}
    return [shown[id_] for id_ in list(found)[:most]]


@lru_cache(maxsize=8192)  # the names of a large network, in two languages: nothing that people type is kept
def _plain_name(name: str) -> str:
    return plain(name)


def plain(text: str) -> str:
    """Return a text in small letters, without accents and with single spaces."""
    letters = normalize("NFD", text.lower())
    return " ".join("".join(sign for sign in letters if not combining(sign)).split())


def _names(entry: Entry) -> list[str]:
    name = entry.service.name
    return [name.it, *([name.en] if name.en else [])]
