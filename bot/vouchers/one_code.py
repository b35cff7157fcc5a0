"""Whether one cell is a code, and if not, why: `judged` says it with the end of a phrase `left-…`."""

import re
import unicodedata
from functools import cache

from bot.vouchers.headings import kind_of
from bot.vouchers.sheets import Ruined

LONGEST = 64
NONE = {"n.d.", "n.d", "nd", "n.a.", "na", "nan", "null", "none", "nessuno", "vuoto", "empty"}
TOTAL = re.compile(
    r"(?:sub[- ]?)?(?:totale|totali|total)\b.*|(?:tot|somma|sum|conteggio|count|media|average)\b\W*\d*"
    r"|tot\. \d+ cod.*|(?:n\.|numero|number of|num\.) (?:codici|codes)\b.*",
    re.IGNORECASE,
)
SUMS = {"tot", "sub", "som", "sum", "con", "cou", "med", "ave", "n. ", "num"}  # how it begins
SURE = re.compile(rf"(?=[^0-9]*[0-9])[A-Za-z0-9_.-]{{1,{LONGEST}}}")  # a plain code with a figure in it: nearly all are
LISTED = re.compile(r"(?:\d{1,4}[.)]|[-–•*·>])\s+(?=\S+$)")  # what a list writes before each
COVERED = re.compile(r"[*•●…]|\.\.\.")
DASHES = set("–—−‐‑")
PARTED = re.compile(r"[\s,;/|+]+")
GROUPS = re.compile(r"[A-Za-z0-9]+(?:[ /][A-Za-z0-9]+)+")
QUOTES = "\"'’‘“”«»` "
# Letters of other alphabets, and signs, that are read as another sign.
TWINS = {
    "a": "АаΑα", "b": "ВвΒβ", "c": "СсϹϲ", "e": "ЕеΕε", "h": "НнΗ", "i": "ІіΙι1lL|", "j": "Јј", "k": "КкΚκ", "m": "МмΜ",
    "n": "Ν", "o": "ОоΟο0", "p": "РрΡρ", "s": "Ѕѕ", "t": "ТтΤτ", "x": "ХхΧχ", "y": "УуΥυ", "z": "Ζ",
}  # fmt: skip
LOOKS = str.maketrans({twin: sign for sign, twins in TWINS.items() for twin in twins} | {" ": None})


def clean(text: str) -> str:
    """Return a text without quotes around it and what nobody sees; of white space, one space between words is left."""
    if SURE.fullmatch(text):
        return text
    whole = unicodedata.normalize("NFC", text)
    seen = "".join(sign for sign in whole if unicodedata.category(sign)[0] != "C" or sign.isspace())
    return " ".join(seen.split()).strip(QUOTES)


def judged(cell: str, groups: tuple[int, ...] | None = None) -> tuple[str, str]:
    """Return a code and nothing, or nothing and why it is none; nothing at all for an empty cell.

    `groups` is the shape of the codes of its column where they have spaces in them.
    """
    if isinstance(cell, Ruined):
        return "", f"ruined-{cell.why}"
    if is_total(cell):
        return "", "total"
    if SURE.fullmatch(cell):
        return cell, ""
    code = LISTED.sub("", clean(cell))
    why = "" if groups and shape(code) == groups else _fault(code)
    return ("", why) if why or not code else (code, "")


def _fault(code: str) -> str:
    words = [word for word in PARTED.split(code) if word]
    if "://" in code:
        return "link"
    if len(words) > 1:
        return "two-codes" if sum(map(_has_digit, words)) * 2 >= max(len(words), 4) else "words"
    if len(code) > LONGEST:
        return "long"
    if COVERED.search(code):
        return "covered"
    if DASHES & set(code):
        return "dash"
    good = all(sign.isalnum() or sign in "-_." for sign in code) and any(map(str.isalnum, code))
    return "" if not code or (good and code.lower() not in NONE) else "no-code"


def shape(cell: str) -> tuple[int, ...] | None:
    """Return how long the groups of a code with spaces are; None for one that has none, or for two codes of words."""
    code = clean(cell)
    words = PARTED.split(code)
    names = [word for word in words if not _has_digit(word)]
    if not GROUPS.fullmatch(code) or len(names) == len(words) or len(set(names)) < len(names):
        return None
    return tuple(map(len, words))


def is_no_code(text: str) -> bool:
    """Tell of a code in the pool whether it never was one: a heading, a remark, what a spreadsheet has destroyed."""
    from bot.vouchers.text_tables import cell_of  # noqa: PLC0415 - only who takes a code back asks

    word = not _has_digit(text) and (kind_of(text) or kind_of(_apart(text)))
    return bool(word or judged(cell_of(text), shape(text))[1])


def is_total(cell: str) -> bool:
    """Tell whether a cell is of the row under a table."""
    return cell[:3].lower() in SUMS and TOTAL.fullmatch(cell) is not None


def _apart(text: str) -> str:
    """Part the words of a heading that an older kmzero took for a code, without its spaces."""
    return re.sub(r"^(codic[ei]|codes?|coupon|voucher|discount|promo)", r"\1 ", text.lower())


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def skeleton(code: str) -> str:
    """Return what two codes have in common that a person takes for one."""
    whole = code if code.isascii() else unicodedata.normalize("NFKC", code)
    return whole.translate(LOOKS).casefold().translate(LOOKS)


def is_foreign(code: str) -> bool:
    """Tell whether there is a sign in a code that no Italian keyboard has: it looks like another."""
    return not code.isascii() and any(_script(sign) not in {"LATIN", "DIGIT"} for sign in code if sign.isalnum())


@cache
def _script(sign: str) -> str:
    return unicodedata.name(sign, "?").partition(" ")[0] if unicodedata.normalize("NFKC", sign) == sign else "?"
