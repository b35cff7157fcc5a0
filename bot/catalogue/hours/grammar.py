"""From statements to rules: days that are not said, times that lack, what holds otherwise."""

from dataclasses import dataclass, field, replace

from bot.catalogue.hours.cutting import Hole, without
from bot.catalogue.hours.kinds import Cursor, Token, Unclear
from bot.catalogue.hours.names import LATER
from bot.catalogue.hours.selecting import Selected
from bot.catalogue.hours.settling import settled
from bot.catalogue.hours.statement import Statement, statement
from bot.catalogue.hours.timing import NOON, Mode
from bot.catalogue.hours.tokens import HOUR, tokens
from bot.catalogue.hours.value import ALL_DAY, EVERY_DAY, Rule, Span, State

SAMPLE, SAMPLE_LATER = (Span(9 * HOUR, 13 * HOUR),), (Span(15 * HOUR, 18 * HOUR),)


@dataclass
class Parser:
    """Makes rules of a text."""

    text: str
    mode: Mode
    found: list[Token] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    last: Selected = field(default_factory=Selected)
    others: Statement | None = None
    otherwise: str | None = None
    closing: bool = False

    def parse(self) -> list[Rule]:
        """Return the rules as they are written. Raises Unclear."""
        found = tokens(self.text)
        self.later = any(one.kind == "half" and one.text.lower() in LATER for one in found)
        self.working = any(one.kind == "feriali" for one in found)
        self.found = settled(found)
        for one in self.found:
            if one.kind in {"foreign", "unsayable"}:
                raise Unclear("unsayable" if one.kind == "unsayable" else "unreadable", one.text)
        cursor = Cursor(self.found)
        while cursor.at:
            if not cursor.take(",", ";", "/"):
                begin = cursor.place
                self._add(statement(cursor, self.mode), cursor.piece(begin, 0))
        self._finish()
        return self.rules

    def _add(self, said: Statement, piece: str) -> None:
        if said.others:
            self._add_others(said, piece)
        elif said.state == "off" or (self.closing and said == Statement(said.on)):
            self._close(said, piece)
        elif said.spans:
            on = _one(said.on, piece) or self._implied(said.spans)
            self._emit(said.state or "open", on, said.spans, said.comment)
        else:
            self._without_times(_one(said.on, piece), said.state, said.comment)
        for group in said.without:
            self._emit("off", group)
        self.closing = said.state == "off" and bool(said.spans)  # what follows may be closed too

    def _add_others(self, said: Statement, piece: str) -> None:
        """Keep what holds at all other times, or on all other days."""
        if (
            said.on
            or self.others
            or self.otherwise is not None
            or said.state == "open"
            or (said.spans and self.mode == "exact")
        ):
            raise Unclear("unsayable", piece)
        if said.spans:
            self.others = said
        elif said.state == "unknown" or said.comment:
            self.otherwise = said.comment if said.state != "off" else None
        elif said.state != "off":
            raise Unclear("unsayable", piece)

    def _close(self, said: Statement, piece: str) -> None:
        if said.spans and said.spans != ALL_DAY:
            if self.mode == "exact" or any(group.periods or group.holidays for group in said.on):
                raise Unclear("closed-part", piece)
            self.holes.append(Hole(tuple(day for group in said.on for day in group.days), said.spans, piece))
        elif not said.on and not said.comment and self.rules:
            raise Unclear("unreadable", piece)
        else:
            for group in said.on or [Selected()]:
                self._emit("off", group, comment=said.comment)

    def _implied(self, said: tuple[Span, ...]) -> Selected:
        """Return the days of times that have none: those before, or every day where it is written exactly."""
        if self.rules and self.last:
            return self.last
        if self.mode != "people" or said == ALL_DAY:
            return Selected(EVERY_DAY)
        raise Unclear("no-days")

    def _without_times(self, on: Selected, state: State | None, comment: str) -> None:
        if state == "unknown" or (comment and state is None) or (on and self.mode == "published"):
            self._emit("unknown", on, comment=comment)
        elif on and self.mode == "proposal":
            self._emit("open", on, SAMPLE_LATER if self.later else SAMPLE, comment)
        else:
            raise Unclear("no-times")

    def _emit(self, state: State, on: Selected, said: tuple[Span, ...] = (), comment: str = "") -> None:
        if on.holidays and self.working and not on.days:  # beside "feriali", "festivi" has the Sundays too
            on = replace(on, days=(EVERY_DAY[-1],))
        self.last = on if state != "off" else self.last
        self.rules.append(Rule(state, said, on.days, on.holidays, on.periods, comment))

    def _finish(self) -> None:
        if self.others:
            said = {day.day for rule in self.rules if rule.weekly for day in rule.days}
            days = tuple(day for day in EVERY_DAY if day.day not in said)
            self._emit(self.others.state or "open", Selected(days or EVERY_DAY), self.others.spans, self.others.comment)
        for hole in self.holes:
            self.rules = without(hole, self.rules)
        if self.working and not any(rule.holidays for rule in self.rules):
            self.rules.append(Rule("off", holidays=True))
        self._set_apart()
        starts = [span.start for rule in self.rules for span in rule.spans]
        if self.later and starts and not self.holes and self.otherwise is None and max(starts) < NOON:
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


def _one(groups: tuple[Selected, ...], piece: str) -> Selected:
    """Return one of several: `agosto, sabato` is the Saturdays of August; of `agosto e sabato` nobody can tell."""
    if len(groups) > 1 and not (len(groups) == 2 and groups[0].periods and groups[1].listed):  # noqa: PLR2004
        raise Unclear("unreadable", piece)
    return sum(groups, start=Selected())
