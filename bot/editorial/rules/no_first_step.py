"""Every service says what happens if I call: the step that people fear is the one we describe.

Good, in the service:
    first_step:
      it: "Risponde Anna. Chiede il nome e dà un appuntamento gratis."
      en: "Anna answers. She asks your name and gives a free appointment."
      say: {it: "Buongiorno, vorrei un appuntamento.", en: "Hello, I would like an appointment."}
Bad, in the service:
    first_step:
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        if service.first_step is None:
            yield Problem(source.position(*path), "no-first-step", values={"service": service.id})
