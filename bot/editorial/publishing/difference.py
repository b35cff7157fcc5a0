"""What is different between two releases, thing by thing: services, prices, offers, companies, needs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.catalogue.contacts import Contact
from bot.catalogue.costs import Price, Value
from bot.catalogue.evaluation import Evaluation, Target
from bot.catalogue.interval import Interval
from bot.catalogue.model import Offer, Release
from bot.catalogue.text import Model, Text
from bot.evaluation.programme import TARGETS, differences, first_day

Said = Price | Value | Interval | Text | Contact | date | str  # what a change may show as it was and as it is
NAMED = {"price": "price", "hours": "hours", "checked_on": "confirmed", "where": "place", "contact": "contact"}
ANSWERS = ("languages", "wait", "duration", "eligibility", "capacity", "payment")  # fields whose kind has their name
FIELDS: dict[str, dict[str, str]] = {  # the kind of change that a field stands for; any other field is `…-changed`
    "service": {
        **NAMED,
        **{field: field for field in ANSWERS},
        "needs": "needs",
        "keywords": "keywords",
        **dict.fromkeys(("name", "summary", "first_step"), "text"),
    },
    "organization": {"contact": "contact", "locations": "place", "name": "text", "about": "text"},
    "need": {"phrases": "phrases", "words": "phrases"},
    "situation": {"steps": "steps"},
    "network": {"neighbours": "neighbours"},
}
ALWAYS_THERE = {"network", "outside"}
OWN_LINES = {"services", "offers", "types"}  # the parts of a thing that are things themselves


@dataclass(frozen=True)
class Change:
    """One change. `kind` is the variant of its phrase (see `difference_words`), `of` what the thing belongs to.

    `before` and `after` are there where both can be said in a few words: a price, hours, a value, a period, a phone.
    """

    kind: str
    id: str
    name: Text
    of: str = ""
    before: Said | None = None
    after: Said | None = None


@dataclass(frozen=True)
class Difference:
    """The changes from one release to another, grouped by kind in the order of KINDS."""

    changes: tuple[Change, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many changes there are of each kind."""
        return dict(Counter(change.kind for change in self.changes))

    def __bool__(self) -> bool:
        return bool(self.changes)


@dataclass(frozen=True)
class _Thing:
    kind: str
    id: str
    name: Text
    of: str
    model: Model


def compare(old: Release | None, new: Release, today: date) -> Difference:
    """Return what changes for people when `new` takes the position of `old`; None is an empty catalogue."""
    shared = {id(one) for one in old.organizations} & {id(one) for one in new.organizations} if old else set()
    before = _index(old, shared) if old else {}
    after = _index(new, shared)
    found = [_simple(before[key], "removed") for key in before if key not in after]
    for key, thing in after.items():
        known = before.get(key)
        if known is None and thing.kind not in ALWAYS_THERE:
            found.append(_simple(thing, "added"))
        elif known is not None and known.model is not thing.model:
            found += _changes(known, thing, today)
    found += _of_evaluation(old.evaluation if old else None, new.evaluation, today)
    return Difference(tuple(sorted(found, key=lambda change: (_order(change.kind), change.of, change.id))))


def _index(release: Release, shared: set[int]) -> dict[tuple[str, str], _Thing]:
    """Return the things of a release, without the organizations that both releases share as the same objects."""
    return {(thing.kind, thing.id): thing for thing in _things(release, shared)}


def _things(release: Release, shared: set[int]) -> Iterator[_Thing]:
    for one in release.organizations:
        if id(one) in shared:
            continue
        yield _Thing("organization", one.id, Text(it=one.name), "", one)
        for service in one.services:
            yield _Thing("service", service.id, service.name, one.name, service)
            for offer in service.offers:
                yield _Thing("offer", offer.id, service.name, one.name, offer)
    for area in release.areas:
        yield _Thing("area", area.id, area.name, "", area)
        for need in area.types:
            yield _Thing("need", need.id, need.name, area.id, need)
    for company in release.companies:
        yield _Thing("company", company.id, Text(it=company.name), "", company)
    yield from (_Thing("concept", one.id, one.name, "", one) for one in release.concepts)
    yield from (_Thing("golden", one.say, Text(it=one.say), "", one) for one in release.golden)
    yield from (_Thing("situation", one.id, one.name, "", one) for one in release.situations)
    yield from (_Thing("office", one.id, one.name, "", one) for one in release.places)
    yield _Thing("network", "network", release.network.name, "", release.network)
    yield _Thing("outside", "outside", Text(it="outside.yaml"), "", release.outside)


def _simple(thing: _Thing, what: str) -> Change:
    return Change(f"{thing.kind}-{what}", thing.id, thing.name, thing.of)


def _changes(old: _Thing, new: _Thing, today: date) -> list[Change]:
    """Return one change for each kind that the fields of a thing stand for."""
    if isinstance(old.model, Offer) and isinstance(new.model, Offer):
        return _of_offer(old.model, new, new.model, today)
    kinds: dict[str, Change] = {}
    for field in type(new.model).model_fields:
        was, now = getattr(old.model, field), getattr(new.model, field)
        if field in OWN_LINES or was is now or was == now:
            continue
        kind = FIELDS.get(new.kind, {}).get(field, f"{new.kind}-changed")
        if field == "suspended":
            kind = "suspended" if now else "resumed"
        kinds.setdefault(kind, Change(kind, new.id, new.name, new.of, _said(field, was), _said(field, now)))
    return list(kinds.values())


def _of_offer(old: Offer, thing: _Thing, new: Offer, today: date) -> list[Change]:
    if old == new:
        return []
    if _ended(new, today) and not _ended(old, today):
        return [Change("offer-ended", new.id, thing.name, thing.of, after=new.valid.last)]
    moved = _moved(old.valid, new.valid)
    found = [Change(moved, new.id, thing.name, thing.of, old.valid, new.valid)] if moved else []
    if moved != "offer-changed" and old.model_copy(update={"valid": new.valid}) != new:
        pair = (old.value, new.value) if old.value != new.value else (None, None)
        found.append(Change("offer-changed", new.id, thing.name, thing.of, *pair))
    return found


def _of_evaluation(old: Evaluation | None, new: Evaluation | None, today: date) -> Iterator[Change]:
    """Yield what changes of a promise; once its programme has begun it is said that the evaluation will tell it."""
    late = "-late" if old and first_day(old) <= today else ""
    if old and new and old.id == new.id:
        for one in differences(old, new, today):
            if one.part == TARGETS:
                what = "removed" if one.after is None else "added" if one.before is None else "changed"
                said = _promised(one.before, one.after), _promised(one.after, one.before)
                yield Change(f"target-{what}{late}", one.target, Text(it=one.target), "", *said)
            else:
                yield Change(f"evaluation-changed{late}", new.id, new.name, one.part)
        return
    if old:
        yield Change(f"evaluation-removed{late}", old.id, old.name)
    if new:
        written_late = "-late" if first_day(new) <= today else ""
        yield Change(f"evaluation-added{written_late}", new.id, new.name)


def _promised(target: object, other: object) -> Said | None:
    """Return what is promised, its source only where that is another too."""
    if not isinstance(target, Target):
        return None
    of = f"{target.step or target.question}, {target.source}"
    same = isinstance(other, Target) and f"{other.step or other.question}, {other.source}" == of
    return f"{target.share} %" if same else f"{target.share} % ({of})"


def _moved(old: Interval, new: Interval) -> str:
    """Return what a new validity means for who holds a code, or nothing where it is the old one."""
    if old == new:
        return ""
    if new.first and new.first > (old.first or date.min):
        return "offer-season"
    before, after = (one.last or date.max for one in (old, new))
    return "offer-changed" if before == after else "offer-longer" if after > before else "offer-shorter"


def _ended(offer: Offer, today: date) -> bool:
    return offer.valid.last is not None and offer.valid.last < today


def _said(field: str, value: Any) -> Said | None:
    """Return a value that fits into a line, if it is one."""
    if field == "contact":
        return value if value and value.numbers else None
    if field == "languages":
        return ", ".join(value) or None
    return value if field in {"price", "hours", "checked_on", *ANSWERS} else None


KINDS = (
    *("organization-added", "organization-removed", "service-added", "service-removed"),
    *("price", "hours", "contact", "place", "needs", "text", "keywords", *ANSWERS),
    *("service-changed", "organization-changed", "confirmed"),
    *("suspended", "resumed"),
    *("offer-added", "offer-removed", "offer-ended", "offer-changed"),
    *("offer-season", "offer-longer", "offer-shorter"),
    *("need-added", "need-removed", "need-changed", "phrases", "area-added", "area-removed", "area-changed"),
    *("company-added", "company-removed", "company-changed"),
    *("network-changed", "neighbours", "outside-changed", "concept-added", "concept-removed", "concept-changed"),
    *("situation-added", "situation-removed", "steps", "situation-changed"),
    *("office-added", "office-removed", "office-changed"),
    *("golden-added", "golden-removed", "golden-changed"),
    *("evaluation-added", "evaluation-added-late", "evaluation-removed", "evaluation-removed-late"),
    *("evaluation-changed", "evaluation-changed-late", "target-added", "target-removed", "target-changed"),
    *("target-added-late", "target-removed-late", "target-changed-late"),
)


def _order(kind: str) -> int:
    return KINDS.index(kind)
