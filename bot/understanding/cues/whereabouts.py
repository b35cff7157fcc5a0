"""How a town is spoken of: somebody lives there, it is asked about, one goes or works there.

What only says where somebody lives is context and no need: `left_out` tells the words that are not to be weighed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.understanding.cues.kin import APART, RELATIVE
from bot.understanding.cues.towns import Mention, Said, Towns
from bot.understanding.text.prepared import PreparedText

Manner = Literal["asked", "kin", "me", "going", "work"]
PREFERRED: tuple[Manner, ...] = ("asked", "kin", "me", "going", "work")  # which town of several a service is wanted in

_FILL = (
    r"(?:(?:vicin[oa]|dentro|in centro|nel centro|nei pressi|alle porte|in una frazione|in campagna|in periferia|nel "
    r"comune|nella frazione|in provincia|in paese|in zona|in un paese|dalle parti|qui|qua|sempre|anche|proprio|da "
    r"poco|da sempre|da un anno|adesso|ora|ancora|noi|appena|just|right|now|currently|here|close|outside|in the "
    r"centre|in the center|both|in via \w+(?: \d+)?) )*"
)
_PREP = (
    r"(?:a|ad|in|di|d|da|vicino|in zona|in frazione|zona|frazione|quartiere|per|tra|fra|verso|fino a|"
    r"at|near|from|of|around|to|for)"
)
_WISH = r"(?:cerc\w+|trov\w+|serv\w+|vorre\w+|vogl\w+|bisogn\w+|c e|looking|need|want|find)"
_PEOPLE = (
    r"(?:mamma|papa|madre|padre|donna|uomo|ragazz[oa]|signor[ae]|famiglia|coppia|genitor[ei]|pensionat[oaie]|"
    r"operai[oae]|impiegat[oaie]|dipendent[ei]|lavorator[ei]|lavoratrice|single|giovane|nonn[oa]|studente|"
    r"studentessa|cittadin[oa]|infermier[ea]|mum|mom|dad|family|couple|woman|man|worker)"
)
_LINKS = r"(?:io|noi|ciao|siccome|poiche|che|visto|dato|perche|e|ed|ma|comunque|allora|we|i|since|as|because|and|but) "
_I_LIVE = (
    r"abit(?:o|iamo|avo|ando)",
    r"viv(?:o|iamo|endo)",
    r"st(?:o|iamo)(?: di casa)?",
    r"risied(?:o|iamo)",
    r"(?:ho|abbiamo) casa",
    r"(?:la )?(?:mia|nostra) casa e",
    r"mi trovo|ci troviamo",
    r"(?:mi sono|ci siamo)(?: appena)? trasferit[oaie](?: qui| da poco)?(?: da \w+)?",
    r"vengo|veniamo|scrivo",
    r"residenza|resident[ei]|domiciliat[oaie]",
    (
        rf"(?:sono|siamo|essendo)(?: (?:un[ao]?|una giovane))?(?: {_PEOPLE})?(?: single)?"
        r"(?: (?:che (?:abita|vive)|resident[ei]|domiciliat[oaie]|di casa|original[ei]|nat[oaie]))?"
    ),
    r"(?:i|we)(?: am| are| m| re)? (?:liv(?:e|ing)|stay(?:ing)?|based|resident|come|coming)|living|based",
    r"(?:i|we)(?: ve| have)?(?: just| recently)? moved(?: here)?",
    rf"(?:i|we) (?:am|are|m|re)(?: an?)?(?: (?:single|young))?(?: {_PEOPLE})?(?: (?:based|living|resident))?",
    r"^(?:mamma|papa|famiglia|coppia|ragazz[oa]|single|pensionat[oaie]|operai[oa])(?: \w+)?(?= (?:di|from) $)",
)
_ME = re.compile(rf"(?:\b{_LINKS})*\b(?:{'|'.join(_I_LIVE)}) {_FILL}{_PREP} $")
_ME_WITH = re.compile(rf"\b(?:abit(?:o|iamo)|viv(?:o|iamo)|(?:i|we) live) (?:(?!{_WISH}\b)\w+ ){{0,4}}{_PREP} $")
_LEFT = re.compile(r"\btrasferit[oaie] (?:qui |qua )?da $|\bmoved (?:here )?from $")
_KIN = re.compile(
    rf"\b(?:(?:{RELATIVE}|lui|lei|loro|he|she|they)(?: \w+){{0,4}}? (?:abit(?:a|ano)|viv(?:e|ono)|sta|stanno|"
    rf"risied(?:e|ono)|e|resta|rimane|ha casa|hanno casa|lives?|living|is|are|s|stays?)(?: di casa| sol[oaie]| da "
    rf"sol[oaie]|(?: in)? pensione| con \w+(?: \w+)?)? |(?<!\bchi )(?<!\bsi )(?:abita|abitano|vive|vivono|lives) |"
    rf"(?:{APART})(?: \w+)? ){_FILL}{_PREP} $"
)
_WITH_ME = re.compile(r"\b(?:con me|con noi|with me|with us)\b")
_GOING = re.compile(
    r"\b(?:fa|faccio|fanno|and(?:are|iamo|at[oaie])|vad[oa]|va|vanno|vai|arriv\w+|port(?:o|a|are|arl\w|iamo|arci|armi)|accompagn\w+|"
    r"mand(?:o|are|arl\w)|sped\w+|torn\w+|rientr\w+|raggiung\w+|spost\w+|trasferir\w*|trasloc\w+|passaggio|part(?:o|e|"
    r"ono|ire|iamo|enza|enze)|tren\w+|bus|autobus|corriera|pullman|navetta|viagg\w+|gita|weekend|vacanz[ae]|volo|"
    r"bigliett[oi]|goes|go|going|get(?:ting)?|travel\w*|ride|drive|lift|train|move|moving|trip)(?: \w+){0,4}? (?:a|ad|"
    r"per|fino a|verso|in|da|di|to|for|from|until) $|\b(?:per|fino a|verso|to|towards) $"
)
_WORK = re.compile(
    r"\b(?:lavor(?:o|a|iamo|ano|ando)|turn[io]|uffici[oi]|fabbrica|ditta|azienda|stabilimento|magazzino|cantiere|"
    r"operai[oa]|impiegat[oa]|assunt[oa]|dipendent[ei]|sede|universita|policlinico|ospedale|questura|tribunale|asl|"
    r"ausl|inps|stazione|casello|a scuola|liceo|superiori|studi(?:o|a|are|amo)|iscritt[oa]|work(?:s|ing)?|office|"
    r"factory|job|hospital|university|station|airport|employed)(?: \w+){0,3}? (?:a|ad|in|di|da|at|near|of) $"
)
_WISHED = re.compile(rf"\b{_WISH}\b")
_HERE = re.compile(rf"\b{_FILL}{_PREP} $")
_PROVINCE = re.compile(r"^(?:in )?provincia di \w+")
_OURS = r"(?:mio marito|mia moglie|(?:la )?(?:mia )?famiglia|(?:i|i miei|due|tre) (?:figli|bambini|bimbi))"
_TAIL = re.compile(
    r"^(?:(?:in )?centro|citta|mo|nord|sud|in periferia|in campagna|in via \w+(?: \w+)? \d+|"
    rf"da (?:poco|sempre|anni|\w+ (?:anni|anno|mesi))|con {_OURS}|"
    r"with my (?:husband|wife|family|kids|children)|for (?:\w+ )?years)\b"
)
_FIRST = re.compile(r"^(?:e|ed|ma|and|but|so|quindi|percio|dove) ")
_BEFORE = re.compile(r"\b(?:e|ed|ma|and|but) $")
_MY_WORK = re.compile(r"^(?:io |e |noi )?(?:lavor(?:o|iamo)|i work|we work)\b")


@dataclass(frozen=True)
class Place:
    """A town with the manner in which it is named, and the words that say no more than that."""

    town: str
    outside: bool
    manner: Manner
    words: range


def places(message: PreparedText, towns: Towns) -> list[Place]:
    """Return the towns that a message names as places, in their order."""
    said = said_of(message)
    return [_place(one, said) for one in towns.mentions(said)]


def said_of(message: PreparedText) -> Said:
    """Return the words of a message as `Towns` looks at them."""
    return Said(message.typed, message.words, message.clauses.breaks, message.language == "en")


def _place(one: Mention, said: Said) -> Place:
    before = said.before(one.start)
    manner = _manner(before, " ".join(said.mended[max(0, one.start - 12) : one.start]) + " ")
    return Place(one.town, one.outside, manner, _words(one, said, before, manner))


def _manner(before: str, wide: str) -> Manner:
    if _LEFT.search(before):
        return "going"
    if _ME.search(before) or _ME_WITH.search(before):
        return "me"
    work = _WORK.search(before)
    if work and not _WISHED.search(before[: work.start()]):
        return "work"
    if _GOING.search(before):
        return "going"
    if _KIN.search(wide):
        return "me" if _WITH_ME.search(wide) else "kin"
    return "asked"


def _words(one: Mention, said: Said, before: str, manner: Manner) -> range:
    """Return the stretch that only says where: with the verb and its links where somebody lives there."""
    if manner == "going" or (manner == "work" and not _MY_WORK.search(before)):
        return range(0)
    if manner == "work":
        start = one.start - len(before.split())
    else:
        where = (_ME if manner == "me" else _HERE).search(before) or _HERE.search(before)
        start = one.start - (len(before[where.start() :].split()) if where else 0)
    return _with_links(start, _stop(one.stop, said), said)


def _stop(stop: int, said: Said) -> int:
    """Return where the stretch ends: what is said of the place, or since when, belongs to it."""
    after = " ".join(said.mended[stop : stop + 5])
    tail = _PROVINCE.match(after) or (None if stop in said.breaks else _TAIL.match(after))
    return stop + len(tail.group().split()) if tail else stop


def _with_links(start: int, stop: int, said: Said) -> range:
    """Return a stretch with the link after it where it begins a piece, or with the one before it elsewhere."""
    if said.begins(start):
        return range(start, stop + (stop < len(said.mended) and bool(_FIRST.match(said.mended[stop] + " "))))
    return range(start - bool(_BEFORE.search(said.before(start))), stop)


def left_out(found: Sequence[Place], total: int) -> frozenset[int]:
    """Return the places of the words that are not to be weighed; none where nothing else would be left."""
    words = frozenset(at for one in found for at in one.words)
    return words if len(words) < total else frozenset()


def best(found: Iterable[Place]) -> Place | None:
    """Return the place where a service is wanted, of several that are named."""
    return min(found, key=lambda one: PREFERRED.index(one.manner), default=None)
