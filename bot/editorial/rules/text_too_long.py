"""A text fits the card or the button that shows it: names 60 signs, summaries 200, first steps 260, buttons 48 and 28.

**Good:**
```yaml
# in the service
name: {it: Casa Sicura, en: Safe Home}
```

**Bad:**
```yaml
# in the service
name:
  it: "Casa Sicura, il pulsante di soccorso che ti fa stare tranquillo giorno e notte"
  en: Safe Home
```
"""

from collections.abc import Iterator
from datetime import date

from bot.catalogue.text import LANGUAGES
from bot.editorial.problem import Place, Problem
from bot.editorial.reading import Knowledge

LIMITS = {"name": 60, "summary": 200, "first_step": 260, "ask": 48, "label": 28}


def check(knowledge: Knowledge, today: date) -> Iterator[Problem]:
    del today
    for organization in knowledge.organizations:
        yield from _held(organization.model.name, "name", organization.place("name"))
    for source in knowledge.sources:
        for path, text in source.texts():
            for language in LANGUAGES:
                yield from _held(getattr(text, language) or "", str(path[-1]), source.place(*path, language))


def _held(text: str, field: str, place: Place) -> Iterator[Problem]:
    limit = LIMITS.get(field)
    if limit and len(text) > limit:
        values: dict[str, str | int] = {"field": field, "length": len(text), "limit": limit}
        yield Problem(place, "text-too-long", "warning", values)
