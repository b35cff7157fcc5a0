"""The conversation in a terminal: colours, and choices by number."""

import html
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.panel import Panel
from rich.text import Text
from sqlalchemy.exc import OperationalError

from bot.assembly import House, now
from bot.catalogue.text import Language
from bot.cli.after_reply import Unreadable, afterwards, of_terminal, read_file
from bot.conversation.messages import Attachment, Began, Choice, Chose, Incoming, Message, Reply, from_text
from bot.conversation.phrasebook import phrases
from bot.store.engine import explain

USER = of_terminal("me")
FILE = "/file "  # and a path: what a phone does with its paper clip
SPAN = re.compile(r"<(b|i|code)>(.*?)</\1>", re.DOTALL)
STYLES = {"b": "bold", "i": "dim italic", "code": "bold green"}


class Terminal:
    """Talks with one person. `ask` reads a line and raises EOFError at the end."""

    def __init__(
        self, house: House, company: str | None, language: Language, console: Console, ask: Callable[[], str]
    ) -> None:
        self._house = house
        self._company = company
        self._language: Language = language
        self._console = console
        self._ask = ask
        self._choices: list[Choice] = []

    def talk(self) -> None:
        """Open the conversation and go on until the person leaves."""
        words = phrases(self._language)
        self._console.print(Text(words.label("terminal-hello"), style="dim"))
        self._show(self._send(Began()))
        while True:
            try:
                line = self._ask()
            except (EOFError, KeyboardInterrupt):
                self._console.print(Text("\n" + words.label("terminal-bye"), style="dim"))
                return
            try:
                if line.strip():
                    self._show(self._send(self._understand(line.strip())))
            except Unreadable as error:
                self._console.print(Text(str(error), style="red"))

    def _understand(self, line: str) -> Incoming:
        if line.isdecimal() and 1 <= int(line) <= len(self._choices):
            return Chose(self._choices[int(line) - 1].id)
        if line.startswith(FILE):
            return read_file(line.removeprefix(FILE).strip())
        return from_text(line)

    def _send(self, message: Incoming) -> Reply:
        try:
            with self._house.store.write() as tx:
                reply = self._house.router.handle(tx, USER, message, now(), company=self._company, hint=self._language)
            return afterwards(self._house, USER, reply, now())
        except OperationalError as error:
            self._console.print(Text(explain(error, self._house.settings.database.url), style="red"))
            return Reply((Message(phrases(self._language).say("failure")),))

    def _show(self, reply: Reply) -> None:
        self._choices = []
        for message in reply.messages:
            body = styled(str(message.text))
            for choice in message.choices:
                self._choices.append(choice)
                body.append(f"\n  {len(self._choices)} ", style="bold cyan")
                body.append(choice.label, style="cyan")
            if message.attachment:
                body.append(f"\n📎 {_saved(message.attachment)}", style="cyan")
            self._console.print(Panel(body, border_style="green" if message.voucher else "dim", width=self._width()))

    def _width(self) -> int:
        return min(self._console.width, 80)


def _saved(attachment: Attachment) -> Path:
    """Put a file where only this account can read it."""
    file = Path(tempfile.mkdtemp(prefix="kmzero-")) / Path(attachment.name).name
    file.write_bytes(attachment.content)
    return file


def styled(markup: str) -> Text:
    """Turn the bot's markup into styled text."""
    text, end = Text(), 0
    for found in SPAN.finditer(markup):
        text.append(html.unescape(markup[end : found.start()]))
        text.append(html.unescape(found[2]), style=STYLES[found[1]])
        end = found.end()
    text.append(html.unescape(markup[end:]))
    return text
