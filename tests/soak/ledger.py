"""What was promised, what was measured, and whether it holds: one line each."""

from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table


@dataclass
class Ledger:
    """The lines of the table that `make soak` prints."""

    lines: list[tuple[str, str, bool]] = field(default_factory=list)

    def note(self, target: str, measured: object, *, ok: bool) -> None:
        self.lines.append((target, str(measured), ok))
        Console(width=150).print(f"{'ok ' if ok else 'NO '} {target}: {measured}", highlight=False)

    def show(self) -> None:
        table = Table("target", "measured", "ok")
        for target, measured, ok in self.lines:
            table.add_row(target, measured, "yes" if ok else "NO")
        Console(width=150).print(table)

    @property
    def holds(self) -> bool:
        return all(ok for _, _, ok in self.lines)
