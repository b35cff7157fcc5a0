"""Every service says what happens if I call: the step that people fear is the one we describe.

Of one that is suspended, as others' services are when they come in without it, it is a warning: nobody sees it yet.

Good, in the service:
    first_step:
      it: "Risponde Anna. Chiede il nome e dà un appuntamento gratis."
      en: "Anna answers. She asks your name and gives a free appointment."
      say: {it: "Buongiorno, vorrei un appuntamento.", en: "Hello, I would like an appointment."}
Bad, in the service:
    first_step:
"""

from collections.abc import Iterator

from bot.editorial.problem import Level, Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source, path, service in knowledge.services():
        if service.first_step is None:
            level: Level = "warning" if service.suspended else "error"
            yield Problem(source.position(*path), "no-first-step", level, {"service": service.id})
