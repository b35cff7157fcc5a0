"""In which way a service is wanted, and two plain questions: whether it is free, and whether it is open now."""

import re

from bot.catalogue.model import Way

# The first that is met is meant; «non posso uscire» wants it at home.
WAYS: tuple[tuple[Way, re.Pattern[str]], ...] = (
    (
        "online",
        re.compile(
            r"\b(?:on ?line|a distanza|da remoto|in video|videochiamata|al telefono|per telefono|by phone|"
            r"over the phone|video ?call|zoom|skype|whatsapp|remot\w+)\b"
        ),
    ),
    (
        "home",
        re.compile(
            r"\b(?:(?:a|da) casa(?: (?:mia|sua|nostra|loro|di|del|della|dei))?|a domicilio|in casa|"
            r"da (?:noi|me|lei|lui)|"
            r"qui da|(?:at|to) (?:my|our|her|his|their) (?:home|house|place)|at home|home visits?|"
            r"non (?:posso|puo|riesc\w+ a) (?:uscire|muover\w+|spostar\w+))\b"
        ),
    ),
    (
        "place",
        re.compile(
            r"\b(?:ci vado io|vengo io|veniamo noi|in (?:presenza|sede|ufficio|studio)|di persona|faccia a faccia|"
            r"dal vivo|in person|face to face|i (?:can|will|d rather) (?:go|come)|go there)\b"
        ),
    ),
)
FREE = re.compile(
    r"\b(?:gratis|gratuit\w+|free(?! time)|no cost|si paga|a pagamento|senza pagare|do (?:i|you) (?:have to )?pay)\b"
)
NOW = re.compile(r"\b(?:adesso|(?<!che )ora|in questo momento|a quest ora|subito|now|right now|at the moment)\b")


def way(line: str) -> Way | None:
    """Return the way in which a service is wanted, or asked about."""
    return next((name for name, pattern in WAYS if pattern.search(line)), None)


def free(line: str) -> bool:
    """Tell whether a message asks for something free, or whether one pays."""
    return bool(FREE.search(line))


def now(line: str) -> bool:
    """Tell whether a message speaks of this very moment."""
    return bool(NOW.search(line))
