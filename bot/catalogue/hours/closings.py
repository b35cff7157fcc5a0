"""New hours beside those of before: closings that nobody spoke of stay."""

from collections.abc import Iterator
from dataclasses import replace

from bot.catalogue.hours.order import arranged, days_of_year
from bot.catalogue.hours.value import Hours, Rule


def with_closings(new: Hours, old: Hours | None) -> Hours:
    """Return new hours with the closings of before of which they say nothing: on holidays, in months, on dates.

    Where the new ones say only when it is closed, the hours of before stay too.
    """
    if old is None or any(rule.always for rule in new.rules):
        return new
    closings_only = new.otherwise is None and all(rule.state == "off" and not rule.weekly for rule in new.rules)
    opened = [rule for rule in old.rules if rule.state != "off" or rule.weekly] if closings_only else []
    rules = arranged([*opened, *_unspoken(new, old), *new.rules])
    return Hours(rules, old.otherwise if closings_only else new.otherwise)


def _unspoken(new: Hours, old: Hours) -> Iterator[Rule]:
    holidays = any(rule.holidays for rule in new.rules)
    dates = days_of_year(tuple(period for rule in new.rules for period in rule.periods))
    for rule in old.rules:
        if rule.state != "off":
            continue
        if rule.holidays and not rule.periods and not holidays:
            yield replace(rule, days=())
        for period in rule.periods:
            if not dates & days_of_year((period,)):
                yield replace(rule, periods=(period,))
