"""The words of a message and its joints: where a clause ends, and which words say what is not wanted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.text.normal import SHORTHAND, fold, listed

# "è" turns a refusal ("niente palestra, è la schiena"), "e" does not: told apart before accents are folded.
IS = re.compile(
    "(?<![\\w'])(?:\N{LATIN SMALL LETTER E WITH GRAVE}|e['\N{RIGHT SINGLE QUOTATION MARK}])(?![\\w])", re.IGNORECASE
)
PARTS = re.compile(r"[a-z0-9]+|[.,;:!?()\n|]| - ")
LINKS = listed("e ed poi inoltre anche oppure and also plus then")
CONTRAST = listed("ma but bensi piuttosto")
WISHES = listed(
    "e cerco cerchiamo voglio vogliamo vorrei vorremmo serve servono ho abbiamo mi ci manca bisogno chiedo quello sono "
    "stavolta preferisco solo just i we it"
)  # with which a clause may begin after one that denies
TURNS = CONTRAST | listed(
    "pero cerco cerchiamo voglio vogliamo vorrei vorremmo serve servono servirebbe mi ci bisogno invece "
    "solo soltanto quello just only i we what"
)


Phrase = tuple[str, ...]


def _phrases(text: str) -> tuple[Phrase, ...]:
    """Split a list of expressions; the longest come first, so that they are met first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in text.split("|")), key=len, reverse=True))


def _by_first(text: str) -> dict[str, tuple[Phrase, ...]]:
    """Split a list of expressions and group them by their first word, the longest first."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in _phrases(text):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


# Kept are those that gained when held-out phrases were read with and without: docs/understanding.md.
REFUSALS = _by_first(
    "niente|mica|non voglio|non vogliamo|non vorrei|non cerco|non cerchiamo|non mi serve|non mi servono|non ci "
    "serve|non ci servono|non serve|"
    "non servono|non chiedo|non intendo|non parlo di|non ho bisogno di|non abbiamo bisogno di|"
    "non ha bisogno di|non hanno bisogno di|non gli servono|non le servono|non le serve|non gli "
    "serve|lascia stare|"
    "lasciate stare|lasciamo stare|lascia perdere|lasciate perdere|lasciamo perdere|altro che|invece di|invece che|"
    "anziche|piuttosto che|"
    "al posto di|al posto della|al posto del|non mi interessa|non mi interessano|non propormi|non proponetemi|"
    "smettete di|basta con|"
    "non mandatemi|non per|non e per|don t want|do not want|don t need|do not need|doesn t need|not looking for|"
    "instead of|rather than|"
    "forget|forget about|never mind|don t offer|don t suggest|stop offering"
)
# These refuse only at the beginning of a clause, and where the message then turns to something else.
DENIALS = _by_first("non|no|not|it s not|it is not|this is not|basta|non e|non sono|non si tratta di|ne")
# How a clause ends that names what is no wish: "l'isee ce l'ho già, ...", "il 730 lo faccio io, ...".
SETTLED = re.compile(
    r"(?:^| )(?:(?:ce |c )?(?:l|li|le|lo|la) (?:ho|ha|abbiamo|hanno)(?: gia)?(?: in mano| a casa|"
    r" in regola)?(?: io| gia)?|"
    r"(?:l|li|le|lo|la) (?:ho|ha|abbiamo|hanno)(?: gia)? (?:scelt|trovat|fatt|pres|vist|comprat|"
    r"prenotat)[oaie](?: io)?|"
    r"(?:l|li|le|lo|la) (?:so|sa|sanno|sappiamo) \w+|(?:lo|la|li|le) \w+(?:o|a|iamo) (?:gia|io|noi|"
    r"volentieri)|(?:lo|la|li|le) (?:parlo|lavo|curo|fa|faccio|pago)|"
    r"lascia(?:te|mo)?(?:l[oaie])? (?:perdere|stare)|"
    r"c e gia|lo so|a posto|sono coperti|me la cavo(?: da sol[oa]| bene)?|ci (?:penso|pensiamo) (?:io|noi)|"
    r"non c entra(?:no)?|non basta|non va bene|non mi aiuta|non (?:mi |ci )?serv(?:e|ono)|non (?:lo|la|li|"
    r"le) (?:voglio|vuole|"
    r"vogliamo|vogliono)|non (?:ne )?(?:voglio|vogliamo)|non se ne parla|non fa per (?:me|noi|lui|lei)|"
    r"puo aspettare|"
    r"(?<! o )(?<! se )no(?: grazie| perche)?|gia (?:provat|fatt|trovat|pres|vist)[oaie]|mi ha fatto peggio|"
    r"i have|i already have|we have|(?:is|are) (?:not enough|fine|sorted|useless)|didn t help)$"
)
REST = 3  # words that must follow what is settled, or there is no other wish


@dataclass(frozen=True)
class Clauses:
    """`words` in their normal form; `breaks` has the positions of words that begin after a sign or a verb "is"."""

    words: tuple[str, ...]
    breaks: frozenset[int]


def cut(text: str) -> Clauses:
    """Return the words of a message and where its signs stand."""
    words: list[str] = []
    breaks: set[int] = set()
    for part in PARTS.findall(fold(IS.sub(" | e ", text))):
        if part.isalnum():
            words += SHORTHAND.get(part, part).split()
        else:
            breaks.add(len(words))
    return Clauses(tuple(words), frozenset(breaks))


def shortened(clauses: Clauses, left_out: frozenset[int]) -> Clauses:
    """Return the words without those at some places; where a sign stood before one, it stands before the next."""
    kept = [at for at in range(len(clauses.words)) if at not in left_out]
    breaks = frozenset(sum(at < sign for at in kept) for sign in clauses.breaks)
    return Clauses(tuple(clauses.words[at] for at in kept), breaks)


def refused(clauses: Clauses) -> list[range]:
    """Return the stretches of words that say what is not wanted."""
    found: list[range] = []
    position = 0
    while position < len(clauses.words):
        stop = _refusal(clauses, position)
        if stop:
            found.append(range(position, stop))
        position = max(stop, position + 1)
    return [*found, *(piece for piece in _pieces(clauses) if _is_settled(clauses, piece) and not _meets(piece, found))]


def _refusal(clauses: Clauses, position: int) -> int:
    """Return where the refusal that begins here ends, or 0."""
    if marker := _marker(REFUSALS, clauses.words, position):
        stop = _end(clauses, position + marker)
        return stop if stop > position + marker else 0
    if marker := _marker(DENIALS, clauses.words, position):
        stop = _end(clauses, position + marker)
        return stop if stop > position + marker and _turns(clauses, position, stop) else 0
    return 0


def _turns(clauses: Clauses, start: int, stop: int) -> bool:
    """Tell whether what is denied from `start` on is followed by a wish."""
    after = clauses.words[stop : stop + 1]
    if set(after) & CONTRAST:
        return True
    begins = start == 0 or start in clauses.breaks
    return (
        begins
        and stop in clauses.breaks
        and len(clauses.words) - stop >= REST
        and (start == 0 or not WISHES.isdisjoint(after))
    )


def _marker(phrases: Mapping[str, tuple[Phrase, ...]], words: Phrase, position: int) -> int:
    """Return how many words the expression has that stands here, or 0."""
    near = phrases.get(words[position], ())
    return next((len(phrase) for phrase in near if words[position : position + len(phrase)] == phrase), 0)


def _end(clauses: Clauses, start: int) -> int:
    """Return the end of a refusal: the next sign, or where the message turns to what is wanted."""
    if start in clauses.breaks:
        return start
    ends = (p for p in range(start + 1, len(clauses.words)) if p in clauses.breaks or clauses.words[p] in TURNS)
    return next(ends, len(clauses.words))


def _pieces(clauses: Clauses) -> list[range]:
    starts = sorted({0, *clauses.breaks, len(clauses.words)})
    return [range(a, b) for a, b in pairwise(starts)]


def _is_settled(clauses: Clauses, piece: range) -> bool:
    """Tell whether a clause ends with "I have that already", and something else follows."""
    if len(clauses.words) - piece.stop < REST:
        return False
    return bool(SETTLED.search(" ".join(clauses.words[piece.start : piece.stop])))


def _meets(piece: range, found: Sequence[range]) -> bool:
    return any(one.start < piece.stop and piece.start < one.stop for one in found)


def joints(clauses: Clauses) -> list[int]:
    """Return the positions where a second need may begin: after a sign or a linking word."""
    linked = {p for p, word in enumerate(clauses.words) if word in LINKS}
    return sorted(p for p in linked | clauses.breaks if 0 < p < len(clauses.words))
