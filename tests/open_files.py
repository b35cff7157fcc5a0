"""How many files this process may open, for the tests of one that can open no more."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

LOWEST = 3  # stdin, stdout and stderr are there


class Files:
    """What this process may open: the kernel's own limit."""

    def __init__(self) -> None:
        self._soft, self._hard = resource.getrlimit(resource.RLIMIT_NOFILE)

    def room_for(self, count: int) -> None:
        """Allow `count` files, where it were fewer."""
        self._set(max(self._soft, count))

    def run_out(self) -> None:
        """Let no further file be opened until `back`, also where others are closed meanwhile."""
        self._set(LOWEST)

    def back(self) -> None:
        self._set(self._soft)

    @contextmanager
    def none_left(self) -> Iterator[None]:
        self.run_out()
        try:
            yield
        finally:
            self.back()

    def _set(self, count: int) -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (count, self._hard))
