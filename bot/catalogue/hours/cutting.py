"""When it is closed for a part of a day: taken out of the times of the week."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.catalogue.hours.kinds import Unclear
from bot.catalogue.hours.value import HALVES, Rule, Span, Weekday

LONG = 120  # minutes by which times may go on after the end of their part of the day


@dataclass(frozen=True)
class Hole:
    """When it is closed, on which days (none: on those of the times), and what was written."""

    days: tuple[Weekday, ...]
    spans: tuple[Span, ...]
    piece: str


def without(hole: Hole, rules: Iterable[Rule]) -> list[Rule]:
    """Return rules of the week without a part of some days. Raises Unclear where they have no such part."""
    before = list(rules)
    found = [part for rule in before for part in _cut(rule, hole)]
    if any(day.nth for day in hole.days) or (found == before and (hole.days or not {*hole.spans} <= HALVES)):
        raise Unclear("closed-part", hole.piece)
    return found


def _cut(rule: Rule, hole: Hole) -> Iterator[Rule]:
    days = tuple(day for day in rule.days if not hole.days or day.day in {one.day for one in hole.days})
    if rule.state == "off" or not rule.weekly or not days:
        yield rule
        return
    if kept := tuple(day for day in rule.days if day not in days):
        yield replace(rule, days=kept)
    spans = rule.spans
    for one in hole.spans:
        spans = tuple(part for span in spans for part in _left(span, one, hole.piece))
    if spans:
        yield replace(rule, days=days, spans=spans)


def _left(span: Span, hole: Span, piece: str) -> Iterator[Span]:
    if hole not in HALVES:
        parts = (Span(span.start, min(span.end, hole.start)), Span(max(span.start, hole.end), span.end))
        yield from (part for part in parts if part.start < part.end)
        return
    inside = hole.start <= span.start
    if span.start < hole.end and span.end > LONG + (hole.end if inside else hole.start):
        raise Unclear("closed-part", piece)  # nobody can tell where its morning ends
    if not inside or span.start >= hole.end:
        yield span
