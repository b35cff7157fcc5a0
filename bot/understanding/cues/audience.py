"""Who a message is about, in the words of the catalogue (bot.catalogue.model.Audience)."""

import re
from collections.abc import Sequence

from bot.catalogue.model import Audience

# The first of these that a message names most often is who it is about; the narrow ones stand first.
SPOKEN: tuple[tuple[Audience, str], ...] = (
    (
        "disabled",
        (
            r"disabil\w*|autis\w+|tetraplegic\w+|paraplegic\w+|sindrome di down|non vedente|sord[oa]|cieco|cieca|"
            r"disabled|disability|wheelchair user|"
            r"blind|deaf|handicap\w*"
        ),
    ),
    (
        "foreigners",
        (
            r"permesso di soggiorno|stranier[oaie]|ricongiungimento|cittadinanza|residence permit|residency permit|"
            r"questura|foreigner"
        ),
    ),
    (
        "teenagers",
        (
            r"adolescent[ei]|ragazzin[oaie]|liceo|superiori|terza media|quindicenne|sedicenne|diciassettenne|"
            r"quattordicenne|tredicenne|teen\w*|"
            r"high school|(?:1[2-8]|dodici|tredici|quattordici|quindici|sedici|diciassette) anni|1[2-8] years? old"
        ),
    ),
    (
        "children",
        (
            r"figli[aoe]?|bimb[aoie]|bambin[aoie]|gemell[aoie]|neonat[aoi]|nipotin[aoie]|putein|cinn[oaie]|nano|pupo|"
            r"piccol[aoi]n?[aoi]?|"
            r"son|daughter|kids?|child|children|baby|twins|toddler|boy|girl"
        ),
    ),
    (
        "elderly",
        (
            r"mamma|madre|mama|babbo|padre|papa|suocer[aoi]|nonn[aoie]|zi[aoi]|anzian[aoie]|genitori|vecchi[oa]|"
            r"ottantenne|novantenne|"
            r"(?:7\d|8\d|9\d) anni|mother|father|mum|mom|dad|grandma|grandmother|grandfather|grandpa|granny|aunt|uncle|"
            r"elderly|parents|in laws?"
        ),
    ),
)
_PATTERNS = tuple((who, re.compile(rf"\b(?:{spoken})\b")) for who, spoken in SPOKEN)
_ME = re.compile(r"\b(?:per me|io|mi|me|mio|mia|ho|sono|i|my|me|for myself)\b")


def audience(words: Sequence[str]) -> Audience | None:
    """Return who is named most often; the person who writes where nobody else is; None where nobody is."""
    text = " ".join(words)
    counts = [(len(pattern.findall(text)), who) for who, pattern in _PATTERNS]
    most, who = max(counts, key=lambda one: one[0])
    if most:
        return who
    return "adults" if _ME.search(text) else None
