"""What to do next: show services, or ask the question that is worth most. Pure arithmetic over beliefs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2
from typing import Literal, cast

from bot.catalogue.catalogue import Catalogue
from bot.conversation.talk.state import Belief

AT_MOST = 4  # choices of a question
CARDS = 3  # services shown together
COVERED = 0.6  # the likeliest needs are shown when together they reach this
CLEAR = 0.75  # one need is enough
WORTH_SHOWING = 0.1  # a need beside others
LEAST_CHOICE = 0.08  # a choice that is less believed than this is no choice but a guess
MISTAP = 0.03  # a press may be a slip: the rest of the belief is not lost
REVIVED = 0.03  # after "none of these", the weight of what was thought before the first word
SEEN_BEFORE = 20.0  # questions that each need counts as asked before the first one is
NEIGHBOUR = 20.0  # how much likelier a need of the same area is than another after a refusal
SAME_NEED = {"asked": 0.6, "shown": 0.5, "": 0.0}  # a new sentence speaks of the need in course
WRONG = 0.05  # and then this much is left to what was on the screen
FLOOR = 0.02  # of a need that was no longer believed: the first sentence may have been misread
HERE = 0.5  # less believed than this together, the needs that are served are not what was meant


Asked = Literal["door", "area", "need"]


@dataclass(frozen=True)
class Option:
    """A choice of a question: its kind and id, and the needs behind it."""

    kind: Asked
    id: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Ask:
    """Ask with these options, at most AT_MOST."""

    options: tuple[Option, ...]


@dataclass(frozen=True)
class Show:
    """Show services of these needs, the likeliest first, at most CARDS."""

    needs: tuple[str, ...]


def prior(catalogue: Catalogue, asked: Mapping[str, int] | None = None) -> Belief:
    """Return the belief before the first word: the needs that have a service, by how often they are asked here."""
    served = catalogue.served or tuple(catalogue.needs)
    return _normal({need: SEEN_BEFORE + (asked or {}).get(need, 0) for need in served})


def opening(catalogue: Catalogue) -> Ask:
    """Return the first question: the doors, or the needs themselves where they are few, or all behind one door.

    Without any service it has no options.
    """
    needs = options_of(catalogue, "need")
    if len(needs) <= AT_MOST:
        return Ask(needs)
    kinds = (options_of(catalogue, kind) for kind in ("door", "area"))
    return Ask(next((found for found in kinds if len(found) > 1), needs))


def unserved(belief: Belief, catalogue: Catalogue) -> str | None:
    """Return the need that was most likely meant, where it is one that nobody serves; else None."""
    here = [p for need, p in belief.items() if catalogue.by_need.get(need)]
    others = {need: p for need, p in belief.items() if not catalogue.by_need.get(need)}
    if not others or (sum(here) >= HERE and max(here) >= max(others.values())):
        return None
    return max(others, key=lambda need: others[need])


def served(belief: Belief, catalogue: Catalogue) -> Belief:
    """Return the belief over the needs that somebody serves: no question and no card is for the others."""
    here = {need: p for need, p in belief.items() if catalogue.by_need.get(need)}
    return belief if len(here) == len(belief) else _normal(here) if here else prior(catalogue)


def options_of(catalogue: Catalogue, kind: str) -> tuple[Option, ...]:
    """Return every option of a kind behind which there is a service."""
    if kind == "door":
        found = [(door.id, _of_areas(door.areas, catalogue) + door.needs) for door in catalogue.network.doors]
    elif kind == "area":
        found = [(area, _of_areas((area,), catalogue)) for area in catalogue.areas]
    else:
        found = [(need, (need,)) for need in catalogue.needs]
    served = [(name, tuple(need for need in needs if catalogue.by_need.get(need))) for name, needs in found]
    return tuple(Option(cast("Asked", kind), name, needs) for name, needs in served if needs)


def _of_areas(areas: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(need.id for area in areas for need in catalogue.areas[area].types)


def decide(belief: Belief, catalogue: Catalogue) -> Ask | Show:
    """Show when the likeliest needs cover enough; else ask the question with the highest expected information.

    Of needs that nobody serves nothing is known here: see `unserved`.
    """
    belief = served(belief, catalogue)
    likely = sorted(belief, key=lambda need: -belief[need])
    best = likely[:CARDS]
    if belief[likely[0]] >= CLEAR:
        return Show((likely[0],))
    if sum(belief[need] for need in best) >= COVERED:
        return Show(tuple(need for need in best if belief[need] >= WORTH_SHOWING))
    kinds: tuple[Asked, ...] = ("need", "area", "door")
    questions = [_best_of(kind, belief, catalogue) for kind in kinds]
    found = [question for question in questions if question] or [opening(catalogue)]
    return max(found, key=lambda question: information(belief, question.options))


def likeliest(belief: Belief, catalogue: Catalogue) -> Ask:
    """Return the question about the likeliest needs."""
    found = sorted(options_of(catalogue, "need"), key=lambda option: -belief.get(option.id, 0.0))
    return Ask(tuple(option for option in found[:AT_MOST] if belief.get(option.id, 0.0) >= LEAST_CHOICE))


def _best_of(kind: str, belief: Belief, catalogue: Catalogue) -> Ask | None:
    """Return the question with the likeliest options of one kind, in the order of the catalogue."""
    found = options_of(catalogue, kind)
    chosen = sorted(found, key=lambda option: -_mass(belief, option.needs))[:AT_MOST]
    live = {option for option in chosen if _mass(belief, option.needs) >= LEAST_CHOICE}
    return Ask(tuple(option for option in found if option in live)) if live else None


def information(belief: Belief, options: Iterable[Option]) -> float:
    """Return the bits that the answer is expected to give: the entropy of which option, or none, is pressed."""
    masses = [_mass(belief, option.needs) for option in options]
    masses.append(max(0.0, 1 - sum(masses)))
    return -sum(p * log2(p) for p in masses if p > 0)


def _mass(belief: Belief, needs: Iterable[str]) -> float:
    return sum(belief.get(need, 0.0) for need in set(needs))


def pressed(belief: Belief, needs: Iterable[str]) -> Belief:
    """Return the belief after an option was pressed: mostly its needs, a little of the rest."""
    inside = set(needs)
    total = _mass(belief, inside)
    if total == 0:
        return _mixed(dict.fromkeys(inside, 1 / len(inside)), belief, MISTAP)
    chosen = {need: belief[need] / total for need in inside if need in belief}
    return _mixed(chosen, belief, MISTAP)


def none_of(belief: Belief, needs: Iterable[str], before: Belief) -> Belief:
    """Return the belief after "none of these": what was offered goes out, and what was thought at first comes back in.

    The less was believed of the rest, the more comes back (REVIVED against the rest's own mass): crumbs are no belief.
    A slip is mended by going back or by typing: asking again what was just refused would be deaf.
    """
    offered = set(needs)
    rest = {need: p for need, p in belief.items() if need not in offered}
    others = {need: p for need, p in before.items() if need not in offered}
    if not rest and not others:
        return before
    mass = sum(rest.values())
    return _mixed(_normal(rest), _normal(others), REVIVED / (mass + REVIVED))


def near(belief: Belief, needs: Iterable[str], catalogue: Catalogue) -> Belief:
    """Return a belief with the same areas made likelier: who refuses one thing often means its neighbour."""
    areas = {catalogue.area_of[need].id for need in needs if need in catalogue.area_of}
    return _normal({n: p * (NEIGHBOUR if catalogue.area_of[n].id in areas else 1.0) for n, p in belief.items()})


def heard(before: Belief | None, heard_now: Belief, screen: str, shown: Iterable[str] = ()) -> Belief:
    """Return the belief after another sentence.

    With the probability of SAME_NEED it speaks of the need in course, and then both sentences count (posteriors
    multiplied, uniform prior), and what was shown was not it; else only the new one does.
    """
    same = SAME_NEED[screen] if before else 0.0
    if not before or not same:
        return heard_now
    wrong = set(shown)
    meant = {need: p * (WRONG if need in wrong else 1.0) for need, p in before.items()}
    product = _normal({need: p * max(meant.get(need, 0.0), FLOOR) for need, p in heard_now.items()})
    return _mixed(product, heard_now, 1 - same)


def _mixed(first: Belief, second: Belief, share: float) -> Belief:
    names = first.keys() | second.keys()
    return _normal({n: (1 - share) * first.get(n, 0.0) + share * second.get(n, 0.0) for n in names})


def _normal(belief: Belief) -> Belief:
    total = sum(belief.values()) or 1.0
    return {need: p / total for need, p in belief.items()}
