"""A golden question asks something that was not taught word for word, and only once: else it proves nothing.

Good, in golden.yaml:
    questions:
      - {say: mia nonna non può più stare sola, need: badante}
Bad, in golden.yaml:
    questions:
      - {say: Cerco una badante, need: badante}
"""

from collections.abc import Iterator

from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if not (golden := knowledge.golden):
        return
    taught = _taught(knowledge)
    asked: dict[str, Position] = {}
    for n, question in enumerate(golden.model.questions):
        position, said = golden.position("questions", n, "say"), _plain(question.say)
        if (first := asked.setdefault(said, position)) is not position:
            yield Problem(position, "taught-question", "warning", {"first": str(first)}, "twice")
        elif said in taught:
            yield Problem(position, "taught-question", "warning", {"need": taught[said]})


def _taught(knowledge: Knowledge) -> dict[str, str]:
    needs = [need for area in knowledge.areas for need in area.model.types]
    plans = knowledge.situations.model.situations if knowledge.situations else ()
    taught = [*((need.id, need.phrases) for need in needs), *((plan.id, plan.phrases) for plan in plans)]
    return {_plain(phrase): name for name, phrases in taught for phrase in phrases.all}


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
