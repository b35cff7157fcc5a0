"""What stands at the head of a column: codes, what was used, when they end, or something else. Italian and English."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from bot.vouchers.sheets import Ruined

# `perhaps` is a column of codes where none is called so; in one of `good` a no means that the code is gone.
Kind = Literal["codes", "perhaps", "used", "good", "state", "ends", "other", ""]

LONGEST = 60  # signs; what is longer is a sentence
MOST_WORDS = 6
NUMBERED = re.compile(r"[A-Z]?[a-z]+[ _-]?\d")  # Codice1, coupon_2


def _any(words: str, end: str = "") -> re.Pattern[str]:
    """Return what finds one of some words, or of their beginnings where `end` goes on."""
    return re.compile(rf"\b(?:{'|'.join(words.split())}){end}\b")


# What was done with a code; then the same as a noun, which may stand in the name of a code.
GONE = re.compile(
    _any(
        "usat utilizzat riscattat riscoss redent consegnat assegnat ritirat vendut bruciat annullat consumat scadut"
        " bloccat disattivat inattiv revocat esaurit sospes prenotat rimborsat inviat regalat spedit stornat",
        r"\w{0,3}",
    ).pattern
    + "|"
    + _any(
        "used redeemed assigned sold given expired cancell?ed void blocked disabled inactive revoked spent claimed"
        " exhausted suspended reserved refunded sent ann dat[oi].a"
    ).pattern
)
USE = _any(
    "utilizz[oi] usi riscatt[oi] redenzion[ei] redemptions? redeem claims? claim usage uses consegna assegnazione"
)
GOOD = _any(
    "attiv[oaie] active enabled abilitat[oaie] disponibil[ei] available valid[oaie]? liber[oaie] free utilizzabil[ei]"
    " unused nuov[oaie] new ok"
)
LEFT = _any("left remaining rimanent[ei] residu[oaie] saldo balance quantita quantity qty giacenza")
LIMIT = _any("max maximum limite? massim[oaie] condizioni modalita terms istruzioni")
STATE = _any("stato status state situazione esito")
ENDS = _any("scad expir entro fino fine until through thru termine", r"\w*")
TO = re.compile(r"\bvalid\w* (?:al|to)\b|\bend\b")
SENTENCE = _any("foglio sheet gentile spett ecco allegati allegato istruzioni instructions seguenti nel in")
# Words that make of a code another one, or of a column something else.
OTHER = _any(
    "fiscale fiscal cliente clienti customer prodotto product articolo item sku postale postal zip cap fornitore iban"
    " negozio azienda company ordine order ateco destinatario comune catastale nazione country paese lingua valore"
    " value importo amount data date tipo type nome name cognome surname note nota notes descrizione description email"
    " mail telefono phone cellulare cell indirizzo address citta city percentuale prezzo price euro eur"
    " dipendente employee sede store sessione utente user campagna campaign vendita matricola"
)
CODES = _any(r"codici?e?\w* codigos? cod (?!barcode)\w*codes?")
PERHAPS = _any(
    "coupons? vouchers? buon[oi] promo pin serial[ei]? serials tokens? barcode gift giftcard carnet tagliand[oi]"
    " password chiave key scont[oi] ticket bigliett[oi] tesser[ae] card carta"
)
COUNTERS = _any("n nr num numero no number id progressivo prog riga row pos posizione")
# A word after a no, with what may stand between.
DENIED = re.compile(r"\b(?:non|mai|not|never) (?:ancora |yet |piu |stat[oa] |been )?(\w+)")
FORBIDDEN = re.compile(r"\b(?:non|not) (?:usare|utilizzare|dare|consegnare|use)\b")
TO_COME = re.compile(r"\bda \w+[aei]re\b|\bto be \w+")
NO = _any("no non not mai never false falso n unused nuovo new")
SHORT = 3  # words; in more of them «non valido» is of a condition: «non valido nei festivi»


def plain(text: str) -> str:
    """Return a text without accents, capitals and punctuation."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[a-z]+|\d+|#", "".join(sign for sign in flat if not unicodedata.combining(sign))))


def kind_of(text: str) -> Kind:
    """Return what a heading says that its column holds; nothing where it is no heading that is known."""
    return "" if isinstance(text, Ruined) else _kind_of(text)


@lru_cache(4_096)
def _kind_of(text: str) -> Kind:
    said = plain(text) if len(text) <= LONGEST else ""
    if " " not in text and any(map(str.isdigit, text)) and not NUMBERED.fullmatch(text):
        return ""  # a code: BUONO-2027
    if not said or said.count(" ") >= MOST_WORDS:
        return ""
    if not COUNTERS.sub("", said).strip(" #"):
        return "other"
    return _beside(said, limited="/" not in text) or ("" if SENTENCE.search(said) else _own(said))


def _beside(said: str, *, limited: bool) -> Kind:
    """Return what a column tells of the codes beside it."""
    named = CODES.search(said) or PERHAPS.search(said)
    if ENDS.search(said) or TO.search(said):
        return "ends"
    if LIMIT.search(said) and limited:
        return "other"
    if GONE.search(said) or (USE.search(said) and not named and not LEFT.search(said)):
        return "used"
    if STATE.search(said):
        return "state"
    return "good" if (GOOD.search(said) or LEFT.search(said)) and not named else ""


def _own(said: str) -> Kind:
    if OTHER.search(said):
        return "other"
    return "codes" if CODES.search(said) else "perhaps" if PERHAPS.search(said) else ""


@lru_cache(4_096)
def says_gone(text: str) -> bool:
    """Tell whether a remark says that the code beside it is used, or good no more."""
    said = plain(text)
    denied = " ".join(DENIED.findall(said))
    good_no_more = GOOD.search(denied) and len(said.split()) <= SHORT
    return bool(good_no_more or FORBIDDEN.search(said) or GONE.search(TO_COME.sub("", DENIED.sub("", said))))


def says_good(text: str) -> bool:
    """Tell whether a state is one in which a code can be given."""
    said = plain(text)
    return bool(GOOD.search(said) or DENIED.search(said) or TO_COME.search(said))


@lru_cache(4_096)
def says_no(text: str) -> bool:
    """Tell whether a cell says no, or none: `0`, `0,00`, `0 / 1`, `mai`."""
    said = plain(text)
    if number := re.match(r"[\d., ]+", text.strip()):
        return not number[0].strip("0., ")
    return bool(NO.search(said) or TO_COME.search(said)) or not text.strip(" -–—.")
