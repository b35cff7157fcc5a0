"""A target is of one step or of one question, whose source can know it, and of each there is one target.

Good, in evaluation.yaml:
    targets:
      - {id: aiutati, step: helped, share: 60 %, source: follow-up}
      - {id: restano, question: restare, share: 75 %, source: companies}
Bad, in evaluation.yaml:
    targets:
      - {id: aiutati, step: helped, share: 60 %, source: counts}
"""

from collections.abc import Iterator

from rapidfuzz import process

from bot.catalogue.evaluation import SOURCES, Evaluation, FormQuestion, Forms, Target
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

FORMS = tuple(Forms.model_fields)  # the sources that have questions
Found = tuple[str, str, dict[str, str | int]]  # the field, which variant, what it names


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if not (written := knowledge.evaluation):
        return
    before: dict[tuple[str | None, ...], str] = {}
    for n, target in enumerate(written.model.targets):
        same = (target.step, target.question, target.source if target.question else None)
        found = list(_faults(target, written.model))
        if not found and same in before:
            found = [("step" if target.step else "question", "twice", {"id": target.id, "first": before[same]})]
        before.setdefault(same, target.id)
        for field, variant, values in found:
            place = written.position("targets", n, field)
            yield Problem(place, "evaluation-target", values={"id": target.id, **values}, variant=variant)


def _faults(target: Target, written: Evaluation) -> Iterator[Found]:
    if (target.step is None) == (target.question is None):
        yield "step", "" if target.step is None else "two", {}
    elif target.step and target.source != SOURCES[target.step]:
        yield "source", "source", {"step": target.step, "source": target.source, "wanted": SOURCES[target.step]}
    elif target.step == "again":
        yield from _good([one for one in written.forms.employees if one.about == "again"], "step", "again")
    elif target.question and target.source not in FORMS:
        yield "source", "form", {"source": target.source, "known": ", ".join(FORMS)}
    elif target.question:
        form: tuple[FormQuestion, ...] = getattr(written.forms, target.source)
        asked = {one.id: one for one in form}
        if target.question in asked:
            yield from _good([asked[target.question]], "question", "good")
        else:
            yield "question", "unknown", _nearest(target, list(asked))


def _good(asked: list[FormQuestion], field: str, variant: str) -> Iterator[Found]:
    """Hold that an answer is good, whose share is promised, and another is not."""
    answers = [answer.good for question in asked for answer in question.answers]
    if not any(answers):
        yield field, variant, {"question": asked[0].id if asked else "-"}
    elif all(answers):
        yield field, "sure", {"question": asked[0].id}


def _nearest(target: Target, known: list[str]) -> dict[str, str | int]:
    nearest = process.extractOne(target.question or "", known, score_cutoff=60)
    said = nearest[0] if nearest else "none"
    values: dict[str, str | int] = {"question": target.question or "", "source": target.source}
    return values | {"nearest": said, "known": ", ".join(known)}
