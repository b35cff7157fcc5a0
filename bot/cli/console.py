"""The console for tables, panels and bars: no text is read as markup, and none acts on the terminal."""

from collections.abc import Iterator
from typing import IO

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.segment import Segment

from bot.catalogue.hidden_signs import visible


def console(
    *,
    err: bool = False,
    file: IO[str] | None = None,
    width: int | None = None,
    force_terminal: bool | None = None,
) -> Console:
    """Return a console that shows letters as they are; it has what is ours in styles (`Text`), not in markup."""
    made = Console(
        stderr=err, file=file, width=width, force_terminal=force_terminal, markup=False, emoji=False, highlight=False
    )
    made.push_render_hook(_Showing())
    return made


class _Showing(RenderHook):
    """Puts everything that is printed behind a pane."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Pane(one) for one in renderables]


class _Pane:
    """Something drawn, whose letters are shown; the codes that rich itself sends (of styles, of bars) stay."""

    def __init__(self, drawn: ConsoleRenderable) -> None:
        self.drawn = drawn

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for segment in console.render(self.drawn, options):
            yield segment if segment.control else segment._replace(text=visible(segment.text, keep="\n"))
