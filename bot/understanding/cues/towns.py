"""Which towns a message names as places: "a Novi" names one, "la signora Modena" and "pulire il cortile" name none."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance import OSA

from bot.understanding.text.normal import listed, words

SHORTEST = 4  # letters of the first word of a long name that may stand for the whole: "Novi" for "Novi di Modena"
LONG = 7  # letters of a name that is known with one letter wrong
NEAR = 8  # words before a name in which it is looked for how the name is used
SAINTS = listed("san santa sant santo")

# Names that are words too: these are places after a preposition of place only, not after "in" or "di".
NOUNS = listed(
    "appalto cortile finale campagnola concordia bastiglia ponte villa borgo chiesa mulino molino fontana pieve casale "
    "colle monte lago bosco campo prato pozzo isola valle corte stazione fornace caselle"
)
# Names of people or teams, or one letter away from a word: not anywhere, as other names of the network.
CAREFUL = listed("novi rovereto panzano gargallo cibeno") | SAINTS
_NO_PLACE = re.compile(
    r"\b(?:via|viale|v le|piazza\w*|strada|stradello|vicolo|largo|signor[aei]?|sigg?|sig ?ra|dott|dottor|dottoressa|dr|"
    r"prof|professor\w*|avv|avvocato|geometra|don|suor|maestra?|famiglia|cognome|chiamo|mrs?|ms|miss|"
    r"il|lo|la|l|i|gli|le|un|uno|una|nel|nello|nella|nell|del|dello|della|dell|al|allo|alla|all|dal|dallo|dalla|dall|"
    r"sul|sulla|col|questo|quel|mio|the|this|my|tifo|tifiamo|squadra|ristorante|bar|hotel|prosciutto di|crudo di|"
    r"mortadella di|balsamico di|provincia di|prov di|province of) $"
)
_NO_PLACE_AFTER = re.compile(
    r"^(?:calcio|fc|f c|football|volley|basket|rugby|ligure|sad|calabria|gioca\w*|vinc\w+|ha (?:vinto|perso|segnato)|"
    r"d opera|condominial\w+|street|road)\b"
)
_AT = r"(?:a|ad|vicino|presso|zona|frazione|quartiere|paese|comune|verso|at|near|from|around)"
_SURELY = re.compile(
    rf"\b(?:{_AT}|(?:frazione|paese|parti|zona|comune|abit\w+|viv\w+|(?:sono|siamo)(?: un[ao]? \w+)?) (?:di|in)|"
    rf"liv\w+ in) $"
)
_AS_PLACE = re.compile(rf"\b(?:{_AT}|in|di|d|da|per|tra|fra|of|to|for|between) $")
_NOT_THERE = re.compile(
    r"\b(?:non|not|tranne|senza|niente|invece|anziche|(?<!\be )lontan[oa]|fuori|except|(?<!\bit )far)"
    r"(?: (?:abito|vivo|sto|sono|siamo|e|live|living))?(?: (?:a|ad|in|di|da|from))? $"
)
_TOGETHER = listed("e ed o oppure and or")


@dataclass(frozen=True)
class Mention:
    """A town that is named, at the words from `start` to before `stop`. `outside` tells that it is a neighbour."""

    town: str
    start: int
    stop: int
    outside: bool


@dataclass(frozen=True)
class Said:
    """The words of a message as `typed` and as mended, where a piece of it begins, and whether it is English."""

    typed: Sequence[str]
    mended: Sequence[str]
    breaks: frozenset[int]
    english: bool = False

    def before(self, place: int) -> str:
        """Return the words before a place, back to the last sign, each with a space after it."""
        first = max((at for at in self.breaks if at <= place), default=0)
        return "".join(f"{word} " for word in self.mended[max(first, place - NEAR) : place])

    def begins(self, place: int) -> bool:
        return place == 0 or place in self.breaks

    def ends(self, place: int) -> bool:
        return place == len(self.mended) or place in self.breaks


@dataclass(frozen=True)
class Towns:
    """Names in their normal form, the longest first, and the town of each; `outside` are the ids of neighbours.

    `nouns` are the names that are words too.
    """

    names: tuple[tuple[tuple[str, ...], str], ...]
    outside: frozenset[str] = frozenset()
    nouns: frozenset[str] = NOUNS

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, town in self.names:
            found.setdefault(name[0], []).append((name, town))
        return found

    def mentions(self, said: Said) -> list[Mention]:
        """Return the towns that are named as places, in their order."""
        found: list[Mention] = []
        for one in self._named(said):
            if found and _is_same(found[-1], one, said):
                found[-1] = replace(found[-1], stop=one.stop)
                continue
            joined = bool(found) and found[-1].stop == one.start - 1 and said.mended[one.start - 1] in _TOGETHER
            if joined or self._is_place(one, said):
                found.append(one)
        return found

    def named(self, said: Said) -> list[range]:
        """Return where towns are named, as places or not ("il Carpi ha vinto"); what may be a word is a place then."""
        return [
            range(one.start, one.stop)
            for one in self._named(said)
            if said.typed[one.start] not in self.nouns | CAREFUL or self._is_place(one, said)
        ]

    def _named(self, said: Said) -> Iterator[Mention]:
        place = 0
        while place < len(said.typed):
            one = self._at(place, said)
            if one:
                yield one
            place = one.stop if one else place + 1

    def _at(self, place: int, said: Said) -> Mention | None:
        for spelt in (said.typed, said.mended):
            for name, town in self._by_first.get(spelt[place], ()):
                if tuple(spelt[place : place + len(name)]) == name:
                    return Mention(town, place, place + len(name), town in self.outside)
        return self._misspelt(place, said)

    def _misspelt(self, place: int, said: Said) -> Mention | None:
        """Return the town of the network that a word after "a" or "di" is one letter away from."""
        word = said.typed[place]
        if len(word) < LONG or not _AS_PLACE.search(said.before(place)):
            return None
        for name, town in self.names:
            one = len(name) == 1 and name[0][0] == word[0] and town not in self.outside and len(name[0]) >= LONG
            if one and name[0] not in self.nouns and OSA.distance(name[0], word, score_cutoff=1) <= 1:
                return Mention(town, place, place + 1, outside=False)
        return None

    def _is_place(self, one: Mention, said: Said) -> bool:
        """Tell whether a name is used as that of a place, and of one that is meant."""
        before, first = said.before(one.start), said.typed[one.start]
        after = " ".join(said.mended[one.stop : one.stop + 2])
        if _NOT_THERE.search(before) or (one.stop not in said.breaks and _NO_PLACE_AFTER.search(after)):
            return False
        alone = said.begins(one.start) and said.ends(one.stop)
        if one.stop == one.start + 1 and first in self.nouns:
            whole = alone and one.stop - one.start == len(said.mended)
            return whole or bool(_SURELY.search(before)) or (said.english and before.endswith("in "))
        if _AS_PLACE.search(before) and not _is_title(before):
            return True
        if _NO_PLACE.search(before):
            return False
        if one.outside:
            return alone
        return first not in CAREFUL or said.begins(one.start) or (said.ends(one.stop) and not before.endswith("i "))

    def without(self, said: Sequence[str]) -> list[str]:
        """Return the words that name no town of the network."""
        text = f" {' '.join(said)} "
        for name, town in self.names:
            if town not in self.outside:
                text = text.replace(f" {' '.join(name)} ", " ")
        return text.split()


def _is_same(last: Mention, one: Mention, said: Said) -> bool:
    """Tell whether a name only says where the one before it is: "Limidi di Soliera", "Carpi, Fossoli"."""
    between = said.mended[last.stop : one.start]
    return list(between) in (["di"], ["in"], ["of"]) or (not between and last.town == one.town)


def _is_title(before: str) -> bool:
    """Tell whether what stands before is a preposition that belongs to another expression: "prosciutto di"."""
    return before.endswith(" di ") and bool(_NO_PLACE.search(before))


def of_towns(
    towns: Iterable[tuple[str, str]],
    neighbours: Iterable[tuple[str, str]] = (),
    vocabulary: frozenset[str] = frozenset(),
) -> Towns:
    """Return the places of names and ids; a long name is known by its first word too, if no other has it.

    A name that is one word of the `vocabulary`, in which no town is named, is a word too ("Sale").
    """
    inside, outside = list(towns), list(neighbours)
    full = [(tuple(words(name)), town) for name, town in [*inside, *outside]]
    heads = [_head(name) for name, _ in full]
    short = [
        (head, town)
        for head, (name, town) in zip(heads, full, strict=True)
        if len(name) > len(head) and len("".join(head)) >= SHORTEST and heads.count(head) == 1
    ]
    names = sorted([one for one in [*full, *short] if one[0]], key=lambda one: -len(one[0]))
    alone = frozenset(name[0] for name, _ in names if len(name) == 1)
    return Towns(tuple(names), frozenset(town for _, town in outside), NOUNS | (alone & vocabulary))


def _head(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first word of a name, or the saint of it: "San Felice" for "San Felice sul Panaro"."""
    return name[: 2 if name[:1] and name[0] in SAINTS else 1]
