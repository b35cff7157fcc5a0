"""Pages that are the same for everybody, as they were rendered: a second reader costs almost nothing."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from starlette.responses import Response

MOST = 400  # pages: all of a network with a hundred services in two languages, with their pictures; about 6 MB


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


class Kept:
    """The pages that were asked for last. Safe to call from several threads."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._lock = Lock()

    def answer(self, key: Hashable, make: Callable[[], Response]) -> Response:
        """Return what was made for a key, or make it; only what was found (200) is kept."""
        with self._lock:
            found = self._answers.get(key)
            if found:
                self._answers.move_to_end(key)
        if found is None:
            made = make()
            found = _Answer(made.status_code, dict(made.headers), bytes(made.body))
            if made.status_code == 200:  # noqa: PLR2004 - HTTP's own number
                self._keep(key, found)
        return Response(found.body, found.status, found.headers)

    def _keep(self, key: Hashable, answer: _Answer) -> None:
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
