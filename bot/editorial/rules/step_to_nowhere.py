"""A step of a plan leads to one thing that is there: a need that somebody serves, a service, or a public place.

Good, in situations.yaml:
    situations:
      - id: lutto
        name: Un lutto
        sentence: Mi dispiace.
        steps:
          - {when: In questi giorni, label: Una mano, text: Chi ti aiuta., need: badante}
          - {when: Poi, label: Il Comune, text: Le carte., place: comune}
    places:
      - {id: comune, name: Comune, what: Le carte., going: Di mattina.}
Bad, in situations.yaml:
    situations:
      - id: lutto
        name: Un lutto
        sentence: Mi dispiace.
        steps:
          - {when: In questi giorni, label: Una mano, text: Chi ti aiuta.}
          - {when: Poi, label: Una mano, text: Chi ti aiuta., need: badante, service: casa-sicura}
"""

from collections.abc import Iterator

from bot.catalogue.situations import Step
from bot.editorial.problem import Level, Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if not (plans := knowledge.situations):
        return
    lost = _lost(knowledge)
    for n, situation in enumerate(plans.model.situations):
        for m, step in enumerate(situation.steps):
            if fault := _fault(step, lost):
                variant, level = fault
                values: dict[str, str | int] = {"label": step.label.it, "target": ", ".join(t for _, t in step.targets)}
                yield Problem(plans.position("situations", n, "steps", m), "step-to-nowhere", level, values, variant)


def _fault(step: Step, lost: dict[str, frozenset[str]]) -> tuple[str, Level] | None:
    """Return what is wrong with a step; what somebody may mend from the chat is a warning."""
    if len(step.targets) != 1:
        return ("two" if step.targets else "", "error")
    if step.need in lost["need"]:
        return "unserved", "warning"
    return ("suspended", "warning") if step.service in lost["service"] else None


def _lost(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Return the needs without a service and the services that are suspended."""
    if "organizations" in knowledge.broken:
        return {"need": frozenset(), "service": frozenset()}
    suspended = frozenset(service.id for _, _, service in knowledge.services() if service.suspended)
    every = {need.id for area in knowledge.areas for need in area.model.types}
    return {"need": frozenset(every - knowledge.served.keys()), "service": suspended}
