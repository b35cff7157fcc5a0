"""Whether a number that was typed can be called, and what is likely meant where it cannot. Pure."""

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberType, shortnumberinfo

from bot.catalogue.contacts import Phone
from bot.catalogue.text import Text

ALONE = re.compile(r"[\d+(][\d\s()./+–-]*")  # one number, however it is parted
# 059 1234567/8, 059-12.34.56/57: two numbers that differ at the end
SHORTHAND = re.compile(r"(.*\d{3,}|(?:\D*\d){9,})(?:\s*/\s*(?=\d\d?$)|-(?=\d$))(\d+)")
EXTENSION = re.compile(r"(.*\d)[\s,;]*\(?\b(?:int(?:erno)?|ext(?:ension)?)\b[.:\s]*(\d{1,6})\)?", re.IGNORECASE)
PARTED = re.compile(
    r"\s*[;,|]\s*|\s+[-–/]\s+|\s+(?:e|o|oppure|and|or)\s+"
    r"|\s+(?=(?:cell?|tel|fax|whatsapp)\b)|(?<=\d{6})[-/](?=\d{6})|(?<=\d{5})[-/](?=0\d{1,3}[/ .-]?\d{4})",
    re.IGNORECASE,
)
SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
FLOAT = re.compile(r"(\d{6,15})[.,]0+")
INSIDE = re.compile(r"(?:\+?\d{0,3}\s*\(\+?\d{1,4}\)\s*)?[\d+][\d\s./+–-]*\d")  # a number in a text
LETTERS = str.maketrans("OoIl", "0011")
ITALY = 39
LONGEST = 15  # digits of a number anywhere
SHORTEST = 7  # digits of an Italian number that is no short one of the whole country: old ones of Milan have as many
PAID = {
    PhoneNumberType.PREMIUM_RATE: "premium",
    PhoneNumberType.SHARED_COST: "shared-cost",
    PhoneNumberType.PERSONAL_NUMBER: "shared-cost",  # 199
}
LONGEST_TEXT = 200  # signs of a field: what is longer is no number with a note
MANY = 11  # digits: one Italian number has no more
HARMONISED = re.compile(r"116 ?\d{3}")  # the same in all of Europe: 116 117


@dataclass(frozen=True)
class Fault:
    """What is wrong, as a variant of the phrase `bad-phone`, and the numbers that are likely meant."""

    variant: str = ""
    meant: tuple[Phone, ...] = ()

    @property
    def alone(self) -> "Fault":
        """Return it for a field that takes one number and nothing beside it."""
        return Fault(self.variant, tuple(Phone(number=phone.number) for phone in self.meant[:1]))

    @property
    def line(self) -> str:
        """Return what to write in the file instead."""
        if not self.meant:
            return ""
        first, *more = self.meant
        plain = not first.extension and not first.description
        said = f'phone: "{first.number}"' if plain else ""
        listed = ", ".join(map(_written, more if plain else self.meant))
        return ", ".join([*([said] if said else []), *([f"phones: [{listed}]"] if listed else [])])


def fault(text: str, country: str) -> Fault | None:
    """Return what is wrong with a number for a phone in a country that phonenumbers knows; None where nothing is."""
    if not any(sign.isdigit() for sign in text):
        return Fault("none")
    if len(text) > LONGEST_TEXT:
        return Fault("long")
    if destroyed := _destroyed(text, country):
        return destroyed
    if ALONE.fullmatch(text) and not SHORTHAND.fullmatch(text) and (number := _valid(text, country)):
        kind = phonenumbers.number_type(number)
        return _plus(text, number) or (Fault(PAID[kind]) if kind in PAID else None)
    if is_short(text, country):
        emergency = shortnumberinfo.is_emergency_number(text.replace(" ", ""), country)
        return Fault("emergency-number") if emergency else None
    return _beside(text, country) or _almost(text, country)


def is_short(text: str, country: str) -> bool:
    """Tell whether it is a short number of the whole country: 1522, 116 117."""
    if not re.fullmatch(r"\d[\d ]{1,7}", text):
        return False
    number = phonenumbers.parse(text, country)
    return bool(HARMONISED.fullmatch(text)) or shortnumberinfo.is_valid_short_number_for_region(number, country)


def _valid(text: str, country: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    fixed = number.country_code == ITALY and phonenumbers.number_type(number) == PhoneNumberType.FIXED_LINE
    short = fixed and len(_national(number)) < SHORTEST
    return number if phonenumbers.is_valid_number(number) and not short else None


def _plus(text: str, number: phonenumbers.PhoneNumber) -> Fault | None:
    """Say that a country's prefix lacks its plus: 39 333 1234567 rings at another's, who has 393 3312345."""
    digits, country = re.sub(r"\D", "", text), str(number.country_code)
    if "+" in text or not digits.startswith(country) or digits[len(country) :] != _national(number):
        return None
    form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return Fault("plus", (Phone(number=phonenumbers.format_number(number, form)),))


def _national(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.national_significant_number(number))


def _phone(text: str, country: str, extension: str | None = None, note: str = "") -> Phone | None:
    """Return a number as the country writes it; None where it is none."""
    if not ALONE.fullmatch(text) or not (number := _valid(text, country)):
        return None
    home = phonenumbers.region_code_for_number(number) == country
    form = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    description = Text(it=note, en="…") if note else None
    return Phone(number=phonenumbers.format_number(number, form), extension=extension, description=description)


def as_written(text: str, country: str) -> str:
    """Return a number that can be called as its country writes it; a short one as it is."""
    found = _phone(text, country)
    return found.number if found else text


def _guess(text: str, country: str) -> tuple[Phone, ...]:
    """Return a number, or the one that it becomes with the zero that a spreadsheet ate."""
    digits = re.sub(r"\D", "", text)
    eaten = len(digits) >= SHORTEST and not text.startswith(("0", "+"))
    found = _phone(text, country) or (_phone("0" + digits, country) if eaten else None)
    return (found,) if found else ()


def _destroyed(text: str, country: str) -> Fault | None:
    if SCIENTIFIC.fullmatch(text):
        return Fault("scientific")
    if found := FLOAT.fullmatch(text):
        return Fault("float", _guess(found[1], country))
    repaired = text.translate(LETTERS)
    if repaired != text and ALONE.fullmatch(repaired) and not PARTED.search(text):
        return Fault("letter", _guess(repaired, country))
    return None


def _beside(text: str, country: str) -> Fault | None:
    """Find what stands beside a number: an extension, a second number, a note."""
    if found := EXTENSION.fullmatch(text):
        number = _phone(found[1].strip(), country, found[2])
        return Fault("extension", (number,)) if number else None
    if found := SHORTHAND.fullmatch(text):
        first, second = _phone(found[1], country), _phone(found[1][: -len(found[2])] + found[2], country)
        return Fault("several", (first, second)) if first and second else None
    parts = [part for part in PARTED.split(text) if len(re.sub(r"\D", "", part)) >= SHORTEST - 1]
    if len(parts) > 1:
        numbers = [_noted(part, country) for part in parts]
        good = tuple(number for number in numbers if number)
        return Fault("several" if len(good) == len(numbers) else "several-bad", good)
    if both := _in_a_row(text, country):
        return Fault("several", both)
    noted = _noted(text, country)
    return Fault("note", (noted,)) if noted else None


def _in_a_row(text: str, country: str) -> tuple[Phone, ...]:
    """Return two numbers with only a space between them."""
    if not ALONE.fullmatch(text) or len(re.sub(r"\D", "", text)) <= MANY:
        return ()
    halves = ((text[: gap.start()], text[gap.end() :]) for gap in re.finditer(" ", text))
    pairs = ((_phone(first, country), _phone(second, country)) for first, second in halves)
    return next(((first, second) for first, second in pairs if first and second), ())


def _noted(text: str, country: str) -> Phone | None:
    """Return the one number in a text, and the rest of it as its note."""
    found = INSIDE.search(text)
    if found is None:
        return None
    around = f"{text[: found.start()]} {text[found.end() :]}"
    return _phone(found[0], country, note=" ".join(re.sub(r"[()\[\],;]|:(?!\d)|\s[-–]\s", " ", around).split()))


def _almost(text: str, country: str) -> Fault:
    digits = re.sub(r"\D", "", text)
    if len(digits) > LONGEST:
        return Fault("long")
    if meant := _guess(text, country) or _guess(re.sub(r"^(?:\+|00)39", "", text).strip(), country):
        return Fault("zero", meant)
    return Fault()


def _written(phone: Phone) -> str:
    parts = [f'number: "{phone.number}"']
    parts += [f'extension: "{phone.extension}"'] if phone.extension else []
    parts += [f'description: {{it: "{phone.description.it}", en: "…"}}'] if phone.description else []
    return f"{{{', '.join(parts)}}}"
