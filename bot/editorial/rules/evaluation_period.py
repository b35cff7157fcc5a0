"""The period of an evaluation has a first and a last day, in this order: promises are frozen on the first.

Good, in evaluation.yaml:
    period: 2026-09-01/2028-08-31
Bad, in evaluation.yaml:
    period: 2026-09-01/
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for period, position in knowledge.each("evaluation.period"):
        if period.first is None or period.last is None:
            yield Problem(position, "evaluation-period")
        elif period.first > period.last:
            values: dict[str, str | int] = {"first": str(period.first), "last": str(period.last)}
            yield Problem(position, "evaluation-period", values=values, variant="turned")
