"""What to write instead of a value that a file may not have: a variant of its fault's phrase, and the line. Pure."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from rapidfuzz import fuzz, process

from bot.catalogue import money
from bot.editorial.source import Step
from bot.editorial.values import days

LONGEST = 200  # signs of a value that is looked at
CLOSE = 70  # how alike (0-100) a choice must be
Guess = tuple[str, str]  # variant, what to write
ALWAYS = r"sempre(?: apert[eo])?|tutto l['’]anno|senza (?:scadenza|fine)|always(?: open)?|all year(?: round)?|no end"
UNLIMITED = r"illimitat|nessun|senza limit|infinit|unlimited|no limit|∞"
PERIOD = r"\b(?:mes[ei]|settiman[ae]|giorn[oi]|month|week|day)\b"
ABROAD = r"[%$£]|\b(?:chf|usd|gbp|franchi|dollar\w*|sterlin\w*|pounds?)\b"  # no euro
NO_PRICE = r"[-–—_.…?]+|n\.? ?[dcp]\.?|n/[ad]|x{2,}|tbd|todo|nan|null|#\S+"
WORDS = {"un": 1, "uno": 1, "una": 1, "one": 1, "once": 1, "due": 2, "two": 2, "twice": 2, "tre": 3, "three": 3}
CHOICES: dict[str, dict[str, str]] = {
    field: {name: meant for meant, names in said.items() for name in names.split(", ")}
    for field, said in {
        "voucher": {
            "generated": "generato, generati, automatico, personale",
            "shared": "condiviso, comune, unico, uguale per tutti",
            "pool": "elenco, lista, codici, importato, importati",
            "none": "nessuno, no, tesserino, badge, senza codice",
        },
        "at": {
            "home": "casa, a casa, domicilio, a domicilio",
            "place": "sede, in sede, ufficio, in ufficio",
            "online": "a distanza, on line, da remoto, web",
        },
        "who": {
            "everyone": "tutti, tutte, all",
            "adults": "adulti, adulto",
            "parents": "genitori, famiglie, mamme, papà",
            "children": "bambini, bimbi, minori",
            "teenagers": "ragazzi, adolescenti, giovani",
            "elderly": "anziani, anziano",
            "disabled": "disabili, persone con disabilità",
            "caregivers": "caregiver, chi assiste, familiari, badanti",
            "foreigners": "stranieri, immigrati, migranti",
        },
        "companies": {"all": "tutte, tutti, tutte le aziende, ogni azienda, every"},
        "towns": {"all": "tutti, tutte, tutti i comuni, ovunque, every"},
        "free": {"true": "gratis, gratuito, ok, x", "false": "a pagamento"},
    }.items()
}


def guess(path: Sequence[Step], field: str, given: str, allowed: str = "") -> Guess | None:
    """Return what was likely meant at a path of a file; None where nothing can be guessed."""
    if len(given) > LONGEST:
        return None
    if field in CHOICES or field == "per":
        said = _chosen(field, given, allowed)
        return ("instead", said if isinstance(path[-1], int) else f"{field}: {said}") if said else None
    reader = FIELDS.get(f"ages.{field}" if "ages" in path else field)
    return reader(field, given) if reader else None


def _chosen(field: str, given: str, allowed: str) -> str | None:
    said = money.plain(given)
    if field == "per":
        return money.unit(said)
    if known := CHOICES[field].get(said):
        return known
    nearest = process.extractOne(said, allowed.split(", "), scorer=fuzz.ratio, score_cutoff=CLOSE)
    return nearest[0] if nearest else None


def _day(field: str, given: str) -> Guess | None:
    if last := days.last_of_month(given):
        return "impossible", last
    if not (said := days.day(given)):
        return None
    return _variant(given, said), f"{field}: {said}"


def _period(field: str, given: str) -> Guess | None:
    if said := days.period(given):
        return _variant(given, said), f"{field}: {said}"
    if said := days.day(given):
        return "one", said
    if re.fullmatch(ALWAYS, given.lower().strip()):
        return "always", "-"
    return ("stock", "-") if re.search("esauriment|stocks? last|sold out", given.lower()) else None


def _variant(given: str, said: str) -> str:
    if days.is_serial(given):
        return "serial"
    return "year" if days.NO_YEAR in said else "instead"


def _money(field: str, given: str) -> Guess | None:
    said = money.price(given)
    if said is None or ("amount" in said and "per" not in said):
        return _exponent(field, given)
    return "instead", written(said if field == "amount" or "amount" not in said else {**said, field: said["amount"]})


def _exponent(field: str, given: str) -> Guess | None:
    """Read `1e3`."""
    if not re.fullmatch(r"\d+(?:[.,]\d+)?e\+?\d{1,2}", given, re.IGNORECASE):
        return None
    try:
        number = Decimal(given.replace(",", "."))
    except InvalidOperation:
        return None
    return "instead", f"{field}: {number:f}"


def written(price: dict[str, object]) -> str:
    """Return the fields of a price as a file has them, without braces."""
    said = ((name, "true" if value is True else value) for name, value in price.items() if name != "note")
    note = price.get("note")
    words = [f'note: {{it: "{note["it"]}", en: "{note["en"]}"}}'] if isinstance(note, dict) else []
    return ", ".join([*(f"{name}: {value}" for name, value in said), *words])


def _price(field: str, given: str) -> Guess:
    if re.fullmatch(NO_PRICE, given.strip(), re.IGNORECASE):
        return "none", "-"
    if found := sum_and_words(given.split()):
        return "sum", f"{field}: {{{written(found)}}}"
    return "instead", f'{field}: {{note: {{it: "{_inside(given)}", en: "…"}}}}'


def sum_and_words(words: list[str]) -> dict[str, object] | None:
    """Read a sum with words before or after it, which are its note: `15 € + IVA`, `circa 20 euro`."""
    for cut in range(len(words) - 1, 0, -1):
        for sum_, rest in ((words[:cut], words[cut:]), (words[-cut:], words[:-cut])):
            note, said = " ".join(rest).strip(" ,;:()-–€/"), money.price(" ".join(sum_))
            if said and not {"note", "free"} & said.keys() and re.search(r"[^\W\d]{2}", note):
                abroad = re.search(rf"\d|{ABROAD}", note, re.IGNORECASE)
                return None if abroad else {**said, "note": {"it": _inside(note), "en": "…"}}
    return None


def _whole(field: str, given: str) -> Guess | None:
    if field == "percent" and (share := re.fullmatch(r"0[.,](\d\d?)", given)):
        return "instead", f"{field}: {int(share[1].ljust(2, '0'))}"
    if re.search(UNLIMITED, given.lower()):
        return "unlimited", "-"
    if field == "per_person" and re.search(PERIOD, given.lower()):
        return "period", "-"
    digits = re.findall(r"\d+", given)
    said = digits or [str(WORDS[word]) for word in given.lower().split() if word in WORDS]
    return ("instead", f"{field}: {said[0]}") if len(said) == 1 else None


def _months(field: str, given: str) -> Guess | None:
    """Read half a year."""
    found = re.fullmatch(r"(\d{1,2})[.,](\d)(?: anni)?", given)
    return ("instead", f"{field}_months: {round(float(f'{found[1]}.{found[2]}') * 12)}") if found else None


def _ages(_field: str, given: str) -> Guess | None:
    return ("all", "-") if re.search(r"\b(?:tutt[ei]|all|any|ogni)\b", given.lower()) else None


def _point(field: str, given: str) -> Guess | None:
    """Read two coordinates in one, degrees and minutes, and a point that got lost: 442880."""
    if not any(sign.isdigit() for sign in given):
        return "none", "-"
    both = re.fullmatch(r"\(?(-?\d{1,2}[.,]\d+)\s*[,;\s]\s*(-?\d{1,3}[.,]\d+)\)?", given.strip())
    if both:
        lat, lon = (part.replace(",", ".") for part in both.groups())
        return "instead", f"lat: {lat}, lon: {lon}"
    parts = re.findall(r"\d+(?:[.,]\d+)?", given)
    if re.search(r"[°º]", given) and 2 <= len(parts) <= 3:  # noqa: PLR2004 - degrees, minutes, seconds
        degrees = sum(float(part.replace(",", ".")) / 60**n for n, part in enumerate(parts))
        return "instead", f"{field}: {'-' if re.search('[SWO-]', given) else ''}{degrees:.5f}"
    if one := re.fullmatch(r"(-?\d{1,2})[.,](\d+)[\s°º,;NE]+", given.strip()):
        return "instead", f"{field}: {one[1]}.{one[2]}"
    lost = re.fullmatch(r"(\d\d)(\d+)", re.sub(r"(?<=\d{3})[.,]", "", given))
    return ("instead", f"{field}: {lost[1]}.{lost[2]}") if lost else ("point", "-")


def _code(field: str, given: str) -> Guess | None:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", given.upper()) if not unicodedata.combining(sign))
    if not plain.isascii() or re.search(r"\dE\+\d", plain):  # another alphabet's letter, or a number that is destroyed
        return None
    said = re.sub(r"[^A-Z0-9-]", "", plain)
    return ("code-instead", f"{field}: {said}") if re.fullmatch(r"[A-Z0-9-]{3,32}", said) else None


def _value(field: str, given: str) -> Guess | None:
    said = money.plain(given)
    if found := re.search(r"(\d{1,3})\s*(?:%|per cento|percent)", said):
        return "instead", f"{field}: {{percent: {found[1]}}}"
    if found := re.search(rf"{money.MONEY}\s*(?:€|euro)?\s*(?:di sconto|in meno|off)", said):
        return "instead", f"{field}: {{minus: {money.amount(found[1])}}}"
    read = money.price(given) or {}
    if "free" in read:
        return "instead", f"{field}: {{percent: 100}}"
    if "amount" in read and "note" not in read:
        return "sum", written(read)
    return "instead", f'{field}: {{gift: {{it: "{_inside(given)}", en: "…"}}}}'


def _inside(text: str) -> str:
    """Return a text that can stand between straight quotes."""
    return " ".join(text.replace('"', "'").replace("\\", "").split())


FIELDS: dict[str, Callable[[str, str], Guess | None]] = {
    **dict.fromkeys(("checked_on", "full_until", "silent_since", "first", "last"), _day),
    **dict.fromkeys(("valid", "enrolment", "member"), _period),
    **dict.fromkeys(("amount", "from", "to", "minus"), _money),
    **dict.fromkeys(("percent", "per_person", "max_uses", "employees"), _whole),
    **dict.fromkeys(("ages.from", "ages.to"), _months),
    **dict.fromkeys(("lat", "lon"), _point),
    "ages.ages": _ages,
    "price": _price,
    "code": _code,
    "value": _value,
}
