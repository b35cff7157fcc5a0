"""What coordinators type for opening hours or a phone number, as it is written in a file. Pure."""

import re

import phonenumbers
from opening_hours import validate

from bot.editorial.phone_numbers import fault

DAYS = {
    "Mo": ("lunedi", "lun", "monday", "mon", "mo"),
    "Tu": ("martedi", "mar", "tuesday", "tue", "tu"),
    "We": ("mercoledi", "mer", "wednesday", "wed", "we"),
    "Th": ("giovedi", "gio", "thursday", "thu", "th"),
    "Fr": ("venerdi", "ven", "friday", "fri", "fr"),
    "Sa": ("sabato", "sab", "saturday", "sat", "sa"),
    "Su": ("domenica", "dom", "sunday", "sun", "su"),
}
DAY_OF = {name: day for day, names in DAYS.items() for name in names}
TIME = re.compile(r"(?<![\d:])(\d{1,2})(?:[:.](\d{2}))?(?![\d:])")
PARTS = re.compile(r"[;\n]|(?<=\d)\s*,\s*(?=[A-Za-z])")
SPAN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")
ALWAYS = {"sempre", "always", "24/7"}
HOLIDAYS = "PH off"


def hours(text: str, before: str) -> str | None:
    """Return opening hours in OpenStreetMap's syntax, from that syntax or from `lun-ven 9-12 e 15-18; sab 9-12`.

    Closed on holidays stays so if it was so `before`. None for what is neither.
    """
    said = text.strip()
    if said.lower() in ALWAYS:
        return "24/7"
    parts = [part.strip() for part in PARTS.split(said) if part.strip()]
    rules = [rule for part in parts if (rule := part if _exact(part) else _rule(part))]
    if not rules or len(rules) < len(parts):
        return None
    if HOLIDAYS in before and not any("PH" in rule for rule in rules):
        rules.append(HOLIDAYS)
    found = "; ".join(rules)
    return found if validate(found) else None


def _exact(part: str) -> bool:
    """Tell whether a part is in OpenStreetMap's syntax already. A bare day, which means all of it, is not taken."""
    return validate(part) and (any(sign.isdigit() for sign in part) or part.endswith("off"))


def _rule(text: str) -> str | None:
    """Return one rule: days, then times."""
    plain = text.lower().replace("ì", "i").replace("–", "-")
    plain = re.sub(r"\b(?:dalle|dal|from|ore|h)\b", " ", plain)
    plain = re.sub(r"\b(?:alle|al|till|to)\b", "-", plain)
    plain = re.sub(r"\s*-\s*", "-", plain)
    plain = re.sub(r"\s*(?:,|\be\b|\band\b)\s*", ",", plain)
    found = re.fullmatch(r"\s*([a-z,\-]+?)[\s:,]+([\d:.,\-\s]+)", plain)
    if found is None:
        return None
    days = re.sub(r"[a-z]+", lambda day: DAY_OF.get(day[0], "?"), found[1])
    times = TIME.sub(lambda at: f"{int(at[1]):02}:{at[2] or '00'}", re.sub(r"\s+", "", found[2]))
    rule = f"{days} {times}"
    return rule if "?" not in days and _forward(times) and validate(rule) else None


def _forward(times: str) -> bool:
    """Tell whether every span ends after it begins: `9-5` is no evening, who is open at night says so in full."""
    spans = [SPAN.fullmatch(span) for span in times.split(",")]
    return all(span is not None and span[1] < span[2] for span in spans)


def phone(text: str, country: str) -> str | None:
    """Return a phone number that can ring, as it was typed; None for anything else."""
    said = re.sub(r"[\s\-./]+", " ", text.strip())
    if not re.fullmatch(r"\+?[\d ]{3,20}", said) or country not in phonenumbers.SUPPORTED_REGIONS:
        return None
    found = fault(text.strip(), country)
    return said if found is None or found.variant == "shared-cost" else None


def phone_meant(text: str, country: str) -> str | None:
    """Return the number that is likely meant by what is none."""
    found = fault(" ".join(text.split()), country) if country in phonenumbers.SUPPORTED_REGIONS else None
    return found.meant[0].number if found and found.meant else None
