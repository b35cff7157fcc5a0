"""A form asks each thing once: five questions to companies and organizations, and no two alike, nor two like answers.

Good, in the forms:
    companies:
      - {id: sapute, about: access, ask: "Lo sanno?", answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
      - {id: lavoro, about: quality, ask: "È comodo?", answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
      - {id: clima, about: effect, ask: "Si sta bene?", answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
      - {id: cambiare, about: change, ask: "Cambiereste?", answers: [{id: si, label: Sì}, {id: no, label: No}]}
      - {id: restare, about: again, ask: "Restate?", answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
Bad, in the forms:
    companies:
      - {id: sapute, about: access, ask: "Lo sanno?", answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
      - {id: restare, about: again, ask: "Restate?", answers: [{id: si, label: Sì, good: true}, {id: no, label: No}]}
"""

from collections.abc import Iterator

from bot.catalogue.evaluation import MOST_QUESTIONS, Evaluation, FormQuestion
from bot.catalogue.text import LANGUAGES
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.source import Source, Step

BY_LINK = ("companies", "organizations")  # these answer five
Found = tuple[tuple[Step, ...], str, dict[str, str | int]]  # where, which variant, what it names


def check(knowledge: Knowledge) -> Iterator[Problem]:
    if not (written := knowledge.evaluation):
        return
    for form in ("employees", *BY_LINK):
        for path, variant, values in _faults(written, form):
            yield Problem(written.position("forms", form, *path), "evaluation-form", values=values, variant=variant)


def _faults(written: Source[Evaluation], form: str) -> Iterator[Found]:
    questions: tuple[FormQuestion, ...] = getattr(written.model.forms, form)
    if form in BY_LINK and len(questions) != MOST_QUESTIONS:
        yield (), "", {"form": form, "questions": len(questions), "wanted": MOST_QUESTIONS}
    seen: set[str] = set()
    asked_again = ""
    for n, question in enumerate(questions):
        if question.id.lower() in seen:
            yield (n, "id"), "twice", {"id": question.id}
        if question.about == "again" and asked_again:
            yield (n, "about"), "again", {"id": question.id, "first": asked_again}
        seen.add(question.id.lower())
        asked_again = asked_again or (question.id if question.about == "again" else "")
        yield from _of_answers(question, n)


def _of_answers(question: FormQuestion, n: int) -> Iterator[Found]:
    ids, labels = set[str](), set[str]()
    for m, answer in enumerate(question.answers):
        said = {f"{language}:{answer.label.of(language).strip().casefold()}" for language in LANGUAGES}
        if answer.id.lower() in ids:
            yield (n, "answers", m, "id"), "answer", {"id": answer.id, "question": question.id}
        if said & labels:
            yield (n, "answers", m, "label"), "label", {"label": answer.label.it, "question": question.id}
        ids.add(answer.id.lower())
        labels |= said
