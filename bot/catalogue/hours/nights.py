"""Hours parted at midnight: those of a day, and what goes on from it into the next one."""

from dataclasses import replace
from itertools import groupby

from bot.catalogue.hours.value import DAY, Hours, Rule, Span


def until_midnight(hours: Hours) -> Hours:
    """Return hours of which each ends on the day on which it began."""
    return replace(hours, rules=tuple(_ended(rule) for rule in hours.rules))


def _ended(rule: Rule) -> Rule:
    return replace(rule, spans=tuple(span._replace(end=min(span.end, DAY)) for span in rule.spans))


def after_midnight(hours: Hours) -> Hours | None:
    """Return what goes on after the midnight of a day, as if it were the beginning of that day; None if nothing does.

    Of rules that add up, those that end on their day come first, as closed: they take the place of more general ones.
    """
    if not any(span.end > DAY for rule in hours.rules for span in rule.spans):
        return None
    kinds = (list(rules) for _, rules in groupby(hours.rules, key=lambda rule: (rule.holidays, rule.periods)))
    return Hours(
        tuple(rule for rules in kinds for rule in sorted(map(_rest, rules), key=lambda one: one.state != "off"))
    )


def _rest(rule: Rule) -> Rule:
    spans = tuple(Span(0, span.end - DAY) for span in rule.spans if span.end > DAY)
    return replace(rule, spans=spans) if spans else replace(rule, state="off", spans=(), comment="")
