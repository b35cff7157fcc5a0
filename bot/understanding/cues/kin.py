"""Which relative a message is about."""

import re
from typing import Literal

from bot.understanding.text.line import before

Kin = Literal[
    "mother",
    "father",
    "parents",
    "son",
    "daughter",
    "child",
    "wife",
    "husband",
    "partner",
    "mother-in-law",
    "father-in-law",
    "grandmother",
    "grandfather",
    "aunt",
    "uncle",
    "brother",
    "sister",
    "grandchild",
    "neighbour",
    "colleague",
    "friend",
    "me",
]
# The longer names stand before those that are a part of them.
SPOKEN: tuple[tuple[Kin, str], ...] = (
    ("mother-in-law", r"suocera|mother in law|(?:mamma|madre) di (?:mio marito|mia moglie|lui|lei)"),
    ("father-in-law", r"suocero|father in law|(?:papa|padre|babbo) di (?:mio marito|mia moglie|lui|lei)"),
    ("parents", r"genitori|suoceri|(?<!single )parents|my folks"),
    ("grandmother", r"nonn(?:a|ina)|grandma|grandmother|granny|nan"),
    ("grandfather", r"nonn(?:o|ino|i)|grandpa|grandfather|granddad"),
    ("mother", r"mamma|mammina|madre|mama|mater|mother|mum|mom|mummy"),
    ("father", r"papa|babbo|padre|father|dad|daddy"),
    ("grandchild", r"nipot(?:e|i|in[oaie])|grand(?:son|daughter|child|children|kids?)|nephew|niece"),
    ("daughter", r"figli(?:a|ola|oletta)|daughter"),
    ("son", r"figli(?:o|olo|oletto)|son"),
    (
        "child",
        (
            r"figli|figlie|bimb[oaie]|bambin[oaie]|gemell[oaie]|neonat[oaie]|piccolin[oai]|(?:il|la|un|una|mio|mia|al|"
            r"alla|del|della) (?:piccol[oa]|bebe)|ragazz(?:ino|ina|ini)|child|children|kids?|baby|babies|toddler|"
            r"twins|teenager|little one"
        ),
    ),
    ("wife", r"moglie|wife"),
    ("husband", r"marito|husband"),
    (
        "partner",
        r"compagn[oa]|fidanzat[oa]|convivente|partner|boyfriend|girlfriend|(?:mio|mia) (?:ragazz[oa]|moros[oa])",
    ),
    ("aunt", r"zi(?:a|etta)|aunt|auntie"),
    ("uncle", r"zi(?:o|etto)|uncle"),
    ("brother", r"fratell(?:o|ino)|brother"),
    ("sister", r"sorell(?:a|ina)|sister"),
    (
        "neighbour",
        (
            r"(?:il|la|mio|mia|un|una|al|alla|del|della|nostr[oa]) vicin[oa](?: di casa)?(?! (?:a|al|alla|di)\b)|"
            r"neighbou?r"
        ),
    ),
    ("colleague", r"colleg(?:a|hi|he)|colleague|coworker|workmate"),
    ("friend", r"amic[oa]|amici|amiche|friend|mate"),
)
_PATTERNS = tuple((kin, re.compile(rf"\b(?:{spoken})\b")) for kin, spoken in SPOKEN)
RELATIVE = "|".join(f"(?:{spoken})" for _, spoken in SPOKEN)
_HERE = {"son", "daughter", "child", "wife", "husband", "partner", "colleague", "friend", "neighbour"}
APART = "|".join(
    f"(?:{spoken})" for name, spoken in SPOKEN if name not in _HERE
)  # who has a house apart and may need help in it
# "sono una mamma single": who writes says of what kind they are, and names nobody else.
_I_AM = re.compile(
    r"\b(?:(?:io )?(?:sono|da|essendo)(?: (?:un[ao]?|la|il))?(?: (?:giovane|neo|futura))?|i am(?: an?| the)?|i m(?: "
    r"an?| the)?|as an?) (?:mamma|madre|papa|padre|babbo|genitore|nonn[oa]|figli[oa]|mum|mom|mother|dad|father|"
    r"parent)\b(?! (?:di (?:mi[oa]|mar|lui|lei)))"
)
# "è morta mia moglie", "my dad passed away": who is gone needs no service.
_GONE = re.compile(
    r"\b(?:(?:e|mi e|ci e) )?(?:mort[oaie]|mancat[oa]|deceduto|deceduta|(?:ho|abbiamo) perso|lost) "
    rf"(?:(?:a|mi[oa]|il|la|l|suo|sua|nostr[oa]|mio|my|our|the) )*(?:{RELATIVE})\b|"
    rf"\b(?:{RELATIVE}) (?:mi |ci )?(?:e |has )?(?:mort[oa]|mancat[oa]|died|passed away)\b"
)
_ME = re.compile(r"\b(?:per me|per (?:noi|me stess[oa])|for me|for myself)\b")
_FOR = re.compile(
    r"\b(?:per|for)(?: (?:mi[oa]|i miei|le mie|my|our|la|il|lo|l|un|una|mia|nostr[oa]|a|the|questa|vostr[oa]))*$"
)


def kin(text: str) -> Kin | None:
    """Return the relative that a line is for, else the first one named, else "me" where a person says so.

    Who has died is named only where nobody else is.
    """
    said = _I_AM.sub(" ", text)
    living = _GONE.sub(" ", said)
    said = living if any(pattern.search(living) for _, pattern in _PATTERNS) else said
    found = sorted((match.start(), -match.end(), kin) for kin, pattern in _PATTERNS for match in pattern.finditer(said))
    if not found:
        return "me" if _ME.search(said) else None
    meant = next((one for one in found if _FOR.search(before(said, one[0]).rstrip())), found[0])
    return meant[2]
