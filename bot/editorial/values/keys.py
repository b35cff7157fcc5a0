"""Keys that are none: those that people write in Italian, or at another level, and what a comma or a colon made.

`{amount: 12,5}` reads as `12` and a key `5` without a value; `[ISEE: attestazione]` as a key `ISEE`.
"""

from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from bot.editorial.source import Step, find
from bot.editorial.tree import Mapping, Node, Scalar

CLOSE = 60  # how alike (0-100) a key must be to be suggested
LONGEST = 60  # signs of a key that are shown
MANY = 100  # keys: no braces that a person writes have as many
PLURALS = {"phone": "phones"}  # where one is there already
PARTS_OF_ADDRESS = frozenset(
    ["cap", "civico", "interno", "nota", "note", "numero", "piano", "provincia", "scala", "zip"]
)
ITALIAN = {
    italian: key
    for key, names in {
        "about": "chi_siamo presentazione",
        "address": "indirizzo via",
        "ages": "eta età",
        "amount": "importo costo euro",
        "at": "modo",
        "checked_on": "controllato_il controllato verificato",
        "code": "codice",
        "companies": "aziende azienda",
        "conditions": "condizioni",
        "contact": "contatto contatti",
        "documents": "documenti documento",
        "email": "mail e-mail posta pec",
        "enrolment": "iscrizione iscrizioni",
        "extension": "interno",
        "first_step": "primo_passo",
        "free": "gratis gratuito gratuita",
        "from": "da dal dai min",
        "full_until": "pieno_fino pieni_fino completo_fino",
        "gift": "omaggio regalo",
        "hours": "orario orari",
        "languages": "lingue lingua",
        "lat": "latitudine latitude",
        "locations": "sede sedi",
        "lon": "lng long longitudine longitude",
        "max_uses": "massimo usi",
        "minus": "sconto_euro",
        "name": "nome",
        "needs": "bisogno bisogni",
        "note": "nota",
        "number": "numero",
        "offers": "offerta offerte",
        "per": "unita unità unit ogni",
        "percent": "percentuale sconto %",
        "per_person": "a_testa a_persona",
        "phone": "tel telefono cellulare cell",
        "phones": "telefoni numeri mobile whatsapp fax cellulari",
        "places": "luoghi luogo",
        "price": "prezzo tariffa",
        "services": "servizio servizi",
        "summary": "descrizione riassunto",
        "to": "a al ai max",
        "town": "comune citta città paese",
        "towns": "comuni",
        "valid": "valido validita validità periodo",
        "value": "valore vantaggio",
        "voucher": "buono",
        "web": "sito url website www facebook instagram",
        "where": "dove",
        "who": "chi destinatari",
    }.items()
    for italian in names.split()
}


def unknown(path: Sequence[Step], tree: Node, model: type[BaseModel]) -> tuple[str, str, dict[str, str | int]]:
    """Return the rule, its variant and its values for a key that the model does not have."""
    key, block = str(path[-1])[:LONGEST], find(tree, path[:-1])
    there = block.items if isinstance(block, Mapping) else {}
    known = _fields(model, path[:-1])
    free = [name for name in known if name not in there]
    if key.lower() in PARTS_OF_ADDRESS and "address" in known:
        return "unknown-key", "address", {"key": key}
    meant = ITALIAN.get(key.lower(), key.lower())
    for name in (meant, PLURALS.get(meant)):
        if name in free:
            return "unknown-key", "near", {"key": key, "nearest": name}
    if deeper := [name for name in known if (inner := _inside(known[name])) and meant in _names(inner)]:
        return "unknown-key", "inside", {"key": key, "field": deeper[0], "nearest": meant}
    if nearest := process.extractOne(key.lower(), free, scorer=fuzz.ratio, score_cutoff=CLOSE):
        return "unknown-key", "near", {"key": key, "nearest": nearest[0]}
    if isinstance(said := there.get(key), Scalar) and list(known) == ["it", "en"] and len(there) == 1:
        return "unknown-key", "colon", {"text": f"{key}: {said.text}"}
    return "unknown-key", "", {"key": key, "known": ", ".join(known)}


def _fields(model: type[BaseModel], path: Sequence[Step]) -> dict[str, Any]:
    """Return the types by the keys that the model knows at a path; every field leads to one model at most."""
    for step in path:
        if isinstance(step, str) and (inner := _inside(_names(model).get(step))):
            model = inner
    return _names(model)


def _names(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _inside(part))), None)


def parted(tree: Node, path: Sequence[Step]) -> tuple[str, str] | None:
    """Return the field that an unknown key is the rest of, and the whole text; None for any other key."""
    parent, key = find(tree, path[:-1]), str(path[-1])
    if not isinstance(parent, Mapping) or len(parent.items) > MANY or key not in parent.items:
        return None
    names = list(parent.items)
    start = at = names.index(key)
    while start and _empty(parent.items[names[start]]):
        start -= 1
    before = parent.items[names[start]]
    if start == at or not isinstance(before, Scalar) or before.quoted or parent.keys[key].line != before.position.line:
        return None
    rest = names[start + 1 : at + 1]
    tight = parent.keys[rest[0]].column == before.position.column + len(before.text) + 1
    return names[start], ("," if tight else ", ").join([before.text, *rest])


def goes_on(tree: Node, path: Sequence[Step]) -> bool:
    """Whether the key after one is the rest of the same text: the last one tells it whole."""
    parent = find(tree, path[:-1])
    names = list(parent.items) if isinstance(parent, Mapping) else []
    after = names[names.index(str(path[-1])) + 1 :][:1]
    return bool(after) and parted(tree, (*path[:-1], after[0])) is not None


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None
