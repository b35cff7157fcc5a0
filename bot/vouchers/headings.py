"""What stands at the head of a column: codes, what was used, when they end, or something else. Italian and English."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

# `perhaps` is a column of codes where none is called so.
Kind = Literal["codes", "perhaps", "used", "ends", "other", ""]

LONGEST = 60  # signs; what is longer is a sentence
MOST_WORDS = 6
NUMBERED = re.compile(r"[A-Z]?[a-z]+[ _-]?\d")  # Codice1, coupon_2

SENTENCE = "foglio sheet gentile spett ecco allegati allegato istruzioni instructions seguenti nel in"
ENDS = "scadenza scade expiry expires expiration expire scadenze fine entro fino until through thru"
USED = (
    "usato usati usata used utilizzato utilizzati utilizzo riscattato redeemed consegnato assegnato assigned assegnata"
    " consegnata ritirato venduto sold bruciato given annullato"
)
# Words that make of a code another one, or of a column something else.
OTHER = (
    "fiscale fiscal cliente clienti customer prodotto product articolo item sku postale postal zip cap fornitore iban"
    " negozio azienda company ordine order ateco destinatario comune catastale nazione country paese lingua valore"
    " value importo amount data date tipo type nome name cognome surname note nota notes descrizione description email"
    " mail telefono phone cellulare cell indirizzo address citta city percentuale prezzo price euro eur quantita qty"
    " dipendente employee sede store sessione utente user campagna campaign stato status state"
    " disponibile available"
)
CODES = "codice codici code codes cod promocode couponcode vouchercode discountcode codicesconto promocodes"
PERHAPS = (
    "coupon coupons voucher vouchers buono buoni promo pin seriale seriali serial serials token barcode gift giftcard"
    " carnet tagliando tagliandi password chiave key sconto sconti ticket biglietto tessera tessere card carta"
)
COUNTERS = "n nr num numero no number id progressivo prog riga row pos posizione #"
# The first that has a word of a heading says what it is.
KINDS: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("ends", frozenset(ENDS.split())),
    ("used", frozenset(USED.split())),
    ("other", frozenset(OTHER.split())),
    ("codes", frozenset(CODES.split())),
    ("perhaps", frozenset(PERHAPS.split())),
)
GONE = frozenset(
    f"{USED} usate utilizzata utilizzate consumato consumed scaduto scaduta expired annullata cancelled canceled void"
    " bloccato blocked disattivato disabled inattivo inactive revocato revoked bruciata ritirata venduta spent".split()
)
GOODS = "disponibile libero libera free available valido valida valid attivo attiva active"
GOOD = frozenset(GOODS.split())
DENIAL = frozenset(f"{GOODS} no non not mai never false falso n 0 unused nuovo new".split())
DENIED = re.compile(r"\b(?:non|mai|not|never) (?:ancora |yet |piu |stato )?(\w+)")


def plain(text: str) -> str:
    """Return a text without accents, capitals and punctuation."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[a-z]+|\d+|#", "".join(sign for sign in flat if not unicodedata.combining(sign))))


@lru_cache(4_096)
def kind_of(text: str) -> Kind:
    """Return what a heading says that its column holds; nothing where it is no heading that is known."""
    words = frozenset(plain(text).split()) if len(text) <= LONGEST else frozenset[str]()
    if " " not in text and any(map(str.isdigit, text)) and not NUMBERED.fullmatch(text):
        return ""  # a code: BUONO-2027
    if not words or len(words) > MOST_WORDS or words & frozenset(SENTENCE.split()):
        return ""
    if words <= frozenset(COUNTERS.split()):
        return "other"
    return next((kind for kind, names in KINDS if words & names), "")


@lru_cache(4_096)
def says_gone(text: str) -> bool:
    """Tell whether a remark says that the code beside it is used, or good no more."""
    said = plain(text)
    denied = set(DENIED.findall(said))
    return bool(denied & GOOD or (set(said.split()) - denied) & GONE)


@lru_cache(4_096)
def says_yes(text: str) -> bool:
    """Tell whether something stands in a column of what was used: a cross, a day, a name; not a no."""
    return bool(text.strip(" -–—.")) and (says_gone(text) or not set(plain(text).split()) & DENIAL)
