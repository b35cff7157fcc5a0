"""What a message does (an act), beside what it is about (a need), and on which screens each act is likely.

The ids are a contract: `kmzero evaluate --acts` and `--explain` say them.
"""

from typing import Literal, get_args

Act = Literal[
    "ask:price",
    "ask:documents",
    "ask:hours",
    "ask:place",
    "ask:contact",
    "ask:what",
    "ask:who",
    "ask:languages",
    "ask:time",
    "ask:availability",
    "ask:discount",
    "want:more",
    "want:cheaper",
    "want:nearer",
    "want:when",
    "want:who",
    "want:how",
    "refuse",
    "compare",
    "pick",
    "take",
    "codes",
    "remind",
    "another",
    "back",
    "help",
    "mydata",
    "forget",
    "language",
    "after:no-answer",
    "after:full",
    "after:refused",
    "after:lost",
    "after:helped",
    "after:later",
    "after:wrong",
    "shy",
    "trust:employer",
    "trust:data",
    "trust:who",
    "yes",
    "no",
    "thanks",
    "greeting",
    "puzzled",
    "complaint",
    "share",
    "save",
    "person",
    "need",
    "outside",
    "danger",
]
ACTS: tuple[Act, ...] = get_args(Act)
NEEDS: tuple[Act, ...] = ("need", "outside", "danger")  # what the needs' own model decides among
TAUGHT: tuple[Act, ...] = tuple(act for act in ACTS if act not in NEEDS)  # each has a file in act_phrases/

Screen = Literal["welcome", "doors", "question", "card", "cards", "code", "contact", "danger"]
WITH_A_CARD: tuple[Screen, ...] = ("card", "cards", "code", "contact")  # a service is on the screen

# How much likelier an act is on a screen than elsewhere, in units of the model's score; else nothing.
_ABOUT_A_CARD = ("ask", "want", "refuse", "take", "save", "share", "remind")
_CALLED = ("after",)
FITTING = 0.25
STRANGE = -0.5


def leaning(act: Act, screen: Screen) -> float:
    """Return how much a screen speaks for an act, or against it."""
    group = act.partition(":")[0]
    if act == "need":
        return -FITTING if screen in WITH_A_CARD else FITTING
    if act in {"compare", "pick"}:
        return FITTING if screen == "cards" else 0.0 if screen in WITH_A_CARD or act == "pick" else STRANGE
    if group in _ABOUT_A_CARD:
        return 0.0 if screen in WITH_A_CARD else STRANGE
    if act == "help":
        return STRANGE if screen in WITH_A_CARD else 0.0  # «come funziona?» is about what is on the screen
    if group in _CALLED:
        return FITTING if screen in {"code", "contact"} else 0.0 if screen in WITH_A_CARD else STRANGE / 2
    return 0.0
