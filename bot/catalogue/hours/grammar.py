"""From tokens to rules: days and periods, then times, then what holds then."""

from dataclasses import dataclass, field, replace

from bot.catalogue.hours.cursor import Cursor, Unclear
from bot.catalogue.hours.names import LATER
from bot.catalogue.hours.selecting import Selected, groups, selects
from bot.catalogue.hours.timing import NOON, spans, times
from bot.catalogue.hours.tokens import HOUR, Token
from bot.catalogue.hours.value import ALL_DAY, EVERY_DAY, Rule, Span, State

SAMPLE, SAMPLE_LATER = (Span(9 * HOUR, 13 * HOUR),), (Span(15 * HOUR, 18 * HOUR),)


@dataclass
class Parser:
    """Reads tokens from left to right. `exact` text has OpenStreetMap's syntax: hours without days are of every day.

    With `lenient`, days without hours are days of which the hours are unknown; with `mending`, what lacks is made up.
    """

    found: list[Token]
    exact: bool = False
    lenient: bool = False
    mending: bool = False
    rules: list[Rule] = field(default_factory=list)
    last: Selected = field(default_factory=Selected)
    otherwise: str | None = None

    def __post_init__(self) -> None:
        self.cursor = Cursor([one for one in self.found if one.kind != "Q"])
        self.later = any(one.kind == "Q" and one.text.lower() in LATER for one in self.found)
        self.working = "W" in self.cursor.kinds

    def parse(self) -> list[Rule]:
        """Return the rules as they are written. Raises Unclear."""
        for one in self.cursor.found:
            if one.kind in "?Z":
                raise Unclear("unsayable" if one.kind == "Z" else "unreadable", one.text)
        while self.cursor.at:
            if self.cursor.take(",;/"):
                continue
            if self.cursor.take("F"):
                self._otherwise()
            elif self.cursor.take("XR"):
                self._closed()
            else:
                self._statement()
        self._finish()
        return self.rules

    def _otherwise(self) -> None:
        state, comments = self._modified()
        if state == "open" or self.cursor.at or (state is None and not comments):
            raise Unclear("unsayable", "||")
        if state != "off":
            self.otherwise = ", ".join(comments)

    def _closed(self) -> None:
        """Read what comes after `chiuso …` or `tranne …`: `ad agosto`, `il lunedì`, or nothing."""
        begin = self.cursor.place - 1
        found = groups(self.cursor)
        if times(self.cursor) or (not found and self.rules):
            raise Unclear("closed-part", self.cursor.piece(begin))
        self._close(found, " ".join(self._comments()))

    def _close(self, found: list[Selected], comment: str) -> None:
        for group in found or [Selected()]:
            self._emit("off", group, comment=comment)

    def _statement(self) -> None:
        begin = self.cursor.place
        self.cursor.take("O")
        early = self._comments() if self.cursor.at == "C" and selects(self.cursor, 1) else ()
        found = groups(self.cursor)
        without = groups(self.cursor) if self.cursor.take("R") else []
        said = spans(self.cursor, exact=self.exact, mending=self.mending)
        if said and not found and not self.rules:
            found = self._days_after()
        state, comments = self._modified()
        if self.cursor.place == begin or (self.cursor.at and self.cursor.at in "NT+-" and not self._goes_on()):
            raise Unclear("no-end" if self.cursor.at in "NT+-" else "unreadable", self.cursor.piece(begin))
        self._add(found, said, state, ", ".join(dict.fromkeys((*early, *comments))))
        for group in without:
            self._emit("off", group)

    def _goes_on(self) -> bool:
        return times(self.cursor) or selects(self.cursor)

    def _days_after(self) -> list[Selected]:
        """Return the days of `9-12 dal lunedì al venerdì`: they have no times of their own."""
        begin = self.cursor.place
        self.cursor.place += self.cursor.at == "," and self.cursor.after(1) == "E"
        found = groups(self.cursor)
        if times(self.cursor) or self.cursor.at in {"X", "U"}:
            self.cursor.place = begin
            return []
        return found

    def _modified(self) -> tuple[State | None, tuple[str, ...]]:
        state: State | None = None
        comments: tuple[str, ...] = ()
        while True:
            before = self.cursor.place
            if self.cursor.at == "," and self.cursor.after(1) in {"C", "U"} and not selects(self.cursor, 2):
                self.cursor.place += 1
            comments += self._comments()
            if self.cursor.at in {"O", "U"}:
                state = "open" if self.cursor.take("O") else "unknown"
                self.cursor.take("U")
            elif self.cursor.at == "X" and not selects(self.cursor, 1):
                self.cursor.place += 1
                state = "off"
            if self.cursor.place == before:
                return state, comments

    def _comments(self) -> tuple[str, ...]:
        begin = self.cursor.place
        while self.cursor.take("C"):
            pass
        return tuple(one.value for one in self.cursor.found[begin : self.cursor.place])

    def _add(self, found: list[Selected], said: tuple[Span, ...], state: State | None, comment: str) -> None:
        if state == "off":
            if said and said != ALL_DAY:
                raise Unclear("closed-part")
            self._close(found, comment)
            return
        if len(found) > 1:
            raise Unclear("unreadable", self.cursor.piece(max(self.cursor.place - 1, 0)))
        selected = found[0] if found else Selected()
        if said:
            self._emit(state or "open", selected or self._implied(said), said, comment)
        else:
            self._without_times(selected, state, comment)

    def _implied(self, said: tuple[Span, ...]) -> Selected:
        """Return the days of times that have none: those before, or every day where it is written exactly."""
        if self.rules and self.last:
            return self.last
        if self.exact or self.lenient or self.mending or said == ALL_DAY:
            return Selected(days=EVERY_DAY)
        raise Unclear("no-days")

    def _without_times(self, selected: Selected, state: State | None, comment: str) -> None:
        if state == "unknown" or (comment and state is None) or (self.lenient and selected):
            self._emit("unknown", selected, comment=comment)
        elif selected and self.mending:
            self._emit("open", selected, SAMPLE_LATER if self.later else SAMPLE, comment)
        else:
            raise Unclear("no-times")

    def _emit(self, state: State, on: Selected, said: tuple[Span, ...] = (), comment: str = "") -> None:
        if on.holidays and self.working and not on.days:  # beside "feriali", "festivi" has the Sundays too
            on = replace(on, days=(EVERY_DAY[-1],))
        self.last = on
        self.rules.append(Rule(state, said, on.days, on.holidays, on.periods, comment))

    def _finish(self) -> None:
        if self.working and not any(rule.holidays for rule in self.rules):
            self.rules.append(Rule("off", holidays=True))
        self._set_apart()
        starts = [span.start for rule in self.rules for span in rule.spans]
        if self.later and starts and max(starts) < NOON:
            raise Unclear("half-day")

    def _set_apart(self) -> None:
        """Take what is said of no day, beside rules of some days, as said of all other times."""
        if len(self.rules) > 1 and self.rules[0] == Rule("off"):  # what follows says when it is not
            self.rules.pop(0)
        bare = [rule for rule in self.rules if rule == Rule("unknown", comment=rule.comment)]
        if not bare or len(self.rules) == 1:
            return
        if len(bare) > 1 or self.otherwise is not None:
            raise Unclear("unreadable", bare[-1].comment)
        self.rules.remove(bare[0])
        self.otherwise = bare[0].comment
