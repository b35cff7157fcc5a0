"""The normal form of a message: small letters without accents, phone shorthand written out, letters not repeated."""

import re
import unicodedata

LONGEST = 1000  # characters that are read; whoever writes more has said it by then

# What people write on phones in Italy, and what they mean.
SHORTHAND = {
    "x": "per",
    "xke": "perche",
    "xche": "perche",
    "xk": "perche",
    "perke": "perche",
    "pk": "perche",
    "xo": "pero",
    "xro": "pero",
    "k": "che",
    "ke": "che",
    "ki": "chi",
    "nn": "non",
    "n": "non",
    "cmq": "comunque",
    "qlc": "qualche",
    "qlcn": "qualcuno",
    "qlcs": "qualcosa",
    "qnd": "quando",
    "qnt": "quanto",
    "qst": "questo",
    "qsta": "questa",
    "qll": "quello",
    "dv": "dove",
    "dp": "dopo",
    "cn": "con",
    "sn": "sono",
    "cm": "come",
    "tt": "tutto",
    "ttt": "tutto",
    "anke": "anche",
    "ank": "anche",
    "grz": "grazie",
    "gg": "giorni",
    "bb": "bimbo",
    "nnt": "niente",
    "prox": "prossimo",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "ty": "thanks",
    "u": "you",
    "ur": "your",
    "c'ho": "ho",
    "cho": "ho",
}
WORD = re.compile(r"[a-z0-9]+")
REPEATED = re.compile(r"([a-z])\1{2,}")


def listed(text: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(text.split())


def fold(text: str) -> str:
    """Return small letters without accents; apostrophes of every shape become one."""
    flat = unicodedata.normalize("NFKD", text[:LONGEST]).lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    plain = flat if flat.isascii() else "".join(sign for sign in flat if not unicodedata.combining(sign))
    return REPEATED.sub(r"\1\1", plain)


def words(text: str) -> list[str]:
    """Return the words of a message in their normal form, in their order."""
    return [part for word in WORD.findall(fold(text)) for part in SHORTHAND.get(word, word).split()]
