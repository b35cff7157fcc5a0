"""What is typed instead of pressed: the label of a button on the screen, its number, an ordinal, a thumb."""

import re

from bot.conversation.choices import split
from bot.conversation.talk.state import State
from bot.understanding.acts import Act
from bot.understanding.text.normal import listed, words

# Understood without the slash too, when nothing else is said; "lingua" alone may be somebody who wants a course.
BARE = {
    **dict.fromkeys(("aiuto", "help"), "help"),
    **dict.fromkeys(("codici", "codes"), "codes"),
    **dict.fromkeys(("imieidati", "mydata"), "mydata"),
    **dict.fromkeys(("dimenticami", "forgetme"), "forget"),
    **dict.fromkeys(("ricomincia", "restart"), "restart"),
    **dict.fromkeys(("indietro", "back"), "back"),
    "privacy": "privacy",
}
ORDINALS = {
    **dict.fromkeys(("1", "uno", "prima", "primo", "first", "one", "a"), 0),
    **dict.fromkeys(("2", "due", "seconda", "secondo", "second", "two", "b"), 1),
    **dict.fromkeys(("3", "tre", "terza", "terzo", "third", "three", "c"), 2),
    **dict.fromkeys(("4", "quattro", "quarta", "quarto", "fourth", "four", "d"), 3),
    **dict.fromkeys(("ultima", "ultimo", "last"), -1),
}
_FILLERS = listed(
    "la il l lo le quella quello numero n the number option opzione ok allora prendo vorrei that one choose"
)
MORE = listed(
    "altro altra altri altre secondo seconda ancora pure anche due tre quattro cinque 2 3 4 5 "
    "another second other others more also too two three four five"
)  # one of these, beside a code on the screen, asks for one more
SIGNS: dict[str, Act] = {
    **dict.fromkeys("👍👌✅🆗", "yes"),
    **dict.fromkeys("👎🙅❌", "no"),
    **dict.fromkeys("🙏❤💐😘🥰😊🤗💪", "thanks"),
    **dict.fromkeys("👋", "greeting"),
    **dict.fromkeys("🤔❓😕🤷", "puzzled"),
    **dict.fromkeys("😡🤬😤", "complaint"),
}
PICKED = ("door", "area", "need", "card", "place")  # the kinds of choices that a number means
_BY_KIND: dict[str, Act] = {
    **{kind: kind for kind in ("take", "codes", "remind", "another", "back", "help", "mydata", "forget", "language")},
    **dict.fromkeys(PICKED, "pick"),
    "contact": "ask:contact",
    "more": "want:more",
    "none": "refuse",
    "wrong": "after:wrong",
    "restart": "another",
    "privacy": "trust:data",
    "report": "trust:employer",
    "share": "share",
    "save": "save",
    "compare": "compare",
}


def choice_of(text: str, state: State) -> str | None:
    """Return the choice that a typed text stands for, word for word; None where it says anything else."""
    said = " ".join(words(text))
    if not said:
        return None
    labels = {" ".join(words(label)): choice for choice, label in reversed(state.buttons)}
    if said in labels:
        return labels[said]
    plain = {re.sub(r"( \d+)+$", "", label): choice for label, choice in labels.items()}  # «Altre idee (2)»
    return plain.get(said) or BARE.get(said) or _numbered(said, state)


def _numbered(said: str, state: State) -> str | None:
    meant = [word for word in said.split() if word not in _FILLERS]
    if len(meant) != 1 or meant[0] not in ORDINALS:
        return None
    offered = [choice for choice, _ in state.buttons if split(choice)[0] in PICKED]
    seen = [f"card:{service}" for service in (state.cards if len(state.cards) > 1 else state.shown)]
    listed_ = offered or (seen if len(seen) > 1 else [])
    place = ORDINALS[meant[0]]
    return listed_[place] if listed_ and place < len(listed_) else None


def more_codes(choice: str, text: str) -> str:
    """Return a choice that takes one code more only where the text says so; else it is the code in hand again."""
    kind, offer = split(choice)
    return f"take:{offer}" if kind == "again" and not MORE & set(words(text)) else choice


def sign_of(text: str) -> Act | None:
    """Return the act of a message that is nothing but signs, or None."""
    return next((SIGNS[sign] for sign in text if sign in SIGNS), None)


def act_of(choice: str) -> Act:
    """Return the act that a typed choice is."""
    kind, name = split(choice)
    if kind == "consent":
        return "yes" if name == "yes" else "no" if name == "no" else "trust:data"
    if choice == "contact:desk":
        return "person"
    return _BY_KIND.get(kind, "pick")
