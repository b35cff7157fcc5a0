"""From tokens to rules: days and periods, then times, then what holds then."""

import re
from dataclasses import dataclass, field, replace

from bot.catalogue.hours.dates import period_at
from bot.catalogue.hours.names import LATER
from bot.catalogue.hours.tokens import Token
from bot.catalogue.hours.value import ALL_DAY, DAY, EVERY_DAY, Cause, Period, Rule, Span, State, Weekday

HALF, AFTERNOON = re.compile(r"[ap]\.?m", re.IGNORECASE), re.compile(r"p\.?m", re.IGNORECASE)
SPAN = re.compile(r"[,/]?([TN])[-/]([TN])(?!M)(?!-)")
DAYS = re.compile(r"((?:I[,/]?)+)D|DJ|D-D|D|E|W|S|K|P")
SELECTOR = re.compile(r"[DEWSKPMYI]|N(?:-N)?M")
NOON = 12 * 60
LATE = 13 * 60  # from when on people may mean a time of the next day by one that is earlier
NIGHT = range(60, 7 * 60 + 1)  # minutes: nobody is there all that while, so the afternoon is meant
LATEST = 48 * 60
SAMPLE, SAMPLE_LATER = (Span(9 * 60, 13 * 60),), (Span(15 * 60, 18 * 60),)
FEWEST, MOST = -1, 5  # which day of a month
WORKING, ON_WEEKEND, MONDAY_TO_SATURDAY = EVERY_DAY[:5], EVERY_DAY[5:], EVERY_DAY[:6]


class Unclear(Exception):
    """A text that says no hours: why, and where."""

    def __init__(self, cause: Cause, piece: str = "") -> None:
        super().__init__(cause)
        self.cause, self.piece = cause, piece


@dataclass(frozen=True)
class Selected:
    """For which days and periods something holds."""

    days: tuple[Weekday, ...] = ()
    holidays: bool = False
    periods: tuple[Period, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.days or self.holidays or self.periods)


@dataclass
class Parser:
    """Reads tokens from left to right. `exact` text has OpenStreetMap's syntax: hours without days are of every day.

    With `lenient`, days without hours are days of which the hours are unknown; with `mending`, what is missing is made up.
    """

    found: list[Token]
    exact: bool = False
    lenient: bool = False
    mending: bool = False
    place: int = 0
    rules: list[Rule] = field(default_factory=list)
    last: Selected = field(default_factory=Selected)
    otherwise: str | None = None

    def __post_init__(self) -> None:
        quiet = [one for one in self.found if one.kind != "Q"]
        self.later = any(one.text.lower() in LATER for one in self.found if one.kind == "Q")
        self.found = quiet
        self.kinds = "".join(one.kind for one in quiet)
        self.working = "W" in self.kinds

    def parse(self) -> list[Rule]:
        """Return the rules as they are written. Raises Unclear."""
        for one in self.found:
            if one.kind in "?Z":
                raise Unclear("unsayable" if one.kind == "Z" else "unreadable", one.text)
        while self.place < len(self.found):
            if self.at in {",", ";"}:
                self.place += 1
            elif self.at == "F":
                self._otherwise()
            else:
                self._statement()
        self._finish()
        return self.rules

    @property
    def at(self) -> str:
        return self.kinds[self.place : self.place + 1]

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
        if bare and len(self.rules) > 1:
            if len(bare) > 1 or self.otherwise is not None:
                raise Unclear("unreadable", bare[-1].comment)
            self.rules.remove(bare[0])
            self.otherwise = bare[0].comment

    def _statement(self) -> None:
        begin = self.place
        if self.at in {"X", "R"}:
            self._closed_first()
            return
        if self.at == "O":
            self.place += 1
        early = self._comments() if self._comment_comes_first() else ()
        groups = self._groups()
        except_for = self._except()
        spans = self._spans()
        if spans and not groups and not self.rules:
            groups = self._days_after()
        state, comments = self._modified()
        if self.place == begin:
            raise Unclear("no-end" if self.at in {"N", "T", "+", "-"} else "unreadable", self._piece(begin))
        if self.at == "+" or (self.at in {"N", "T"} and not SPAN.match(self.kinds, self.place)):
            if not SELECTOR.match(self.kinds, self.place):
                raise Unclear("no-end", self._piece(begin))
        self._add(groups, spans, state, (*early, *comments))
        for group in except_for:
            self._emit("off", group)

    def _piece(self, begin: int) -> str:
        return " ".join(one.text for one in self.found[begin : self.place + 1]).strip()

    def _comment_comes_first(self) -> bool:
        return self.at == "C" and bool(SELECTOR.match(self.kinds, self.place + 1))

    def _closed_first(self) -> None:
        """Read `chiuso ad agosto`, `tranne il lunedì`, or a bare `off`."""
        self.place += 1
        groups = self._groups()
        if not groups and (self.rules or self._spans()):
            raise Unclear("closed-part")
        if SPAN.match(self.kinds, self.place):
            raise Unclear("closed-part", self._piece(self.place - 1))
        comment = self._comments()
        for group in groups or [Selected()]:
            self._emit("off", group, comment=" ".join(comment))

    def _except(self) -> list[Selected]:
        if self.at != "R":
            return []
        self.place += 1
        return self._groups()

    def _days_after(self) -> list[Selected]:
        """Return the days of `9-12 dal lunedì al venerdì`: they have no times of their own."""
        begin = self.place
        groups = self._groups()
        if SPAN.match(self.kinds, self.place) or self.at in {"X", "U"}:
            self.place = begin
            return []
        return groups

    def _modified(self) -> tuple[State | None, tuple[str, ...]]:
        state: State | None = None
        comments: tuple[str, ...] = ()
        while True:
            if self.at in {"O", "U"}:
                state = "open" if self.at == "O" else "unknown"
                self.place += 1
            elif self.at == "X" and not SELECTOR.match(self.kinds, self.place + 1):
                state = "off"
                self.place += 1
            elif self.at == "C" or (
                self.at == ","
                and self.kinds[self.place + 1 : self.place + 2] in {"C", "U"}
                and not SELECTOR.match(self.kinds, self.place + 2)
            ):
                self.place += self.at == ","
                comments += self._comments()
            else:
                return state, comments

    def _comments(self) -> tuple[str, ...]:
        said = []
        while self.at == "C":
            said.append(self.found[self.place].value)
            self.place += 1
        return tuple(said)

    def _add(self, groups: list[Selected], spans: tuple[Span, ...], state: State | None, said: tuple[str, ...]) -> None:
        comment = ", ".join(dict.fromkeys(said))
        if state == "off":
            if spans and spans != ALL_DAY:
                raise Unclear("closed-part")
            for group in groups or [Selected()]:
                self._emit("off", group, comment=comment)
            return
        if len(groups) > 1:
            raise Unclear("unreadable", self._piece(max(self.place - 1, 0)))
        selected = groups[0] if groups else Selected()
        if not spans:
            self._without_times(selected, state, comment)
            return
        self._emit(state or "open", selected or self._implied(spans), spans, comment)

    def _implied(self, spans: tuple[Span, ...]) -> Selected:
        """Return the days of times that have none: those before, or every day where it is written exactly."""
        if self.rules and self.last:
            return self.last
        if self.exact or self.lenient or self.mending or spans == ALL_DAY:
            return Selected(days=EVERY_DAY)
        raise Unclear("no-days")

    def _without_times(self, selected: Selected, state: State | None, comment: str) -> None:
        if state == "unknown" or (comment and state is None) or (self.lenient and selected):
            self._emit("unknown", selected, comment=comment)
        elif selected and self.mending:
            self._emit("open", selected, SAMPLE_LATER if self.later else SAMPLE, comment)
        else:
            raise Unclear("no-times")

    def _emit(self, state: State, on: Selected, spans: tuple[Span, ...] = (), comment: str = "") -> None:
        if on.holidays and self.working and not on.days:
            on = replace(on, days=(EVERY_DAY[-1],))
        self.last = on
        self.rules.append(Rule(state, spans, on.days, on.holidays, on.periods, comment))

    def _otherwise(self) -> None:
        self.place += 1
        state, comments = self._modified()
        if state == "open" or self.place < len(self.found) or (state is None and not comments):
            raise Unclear("unsayable", "||")
        if state != "off":
            self.otherwise = ", ".join(comments)

    def _groups(self) -> list[Selected]:
        """Return what days and periods stand here; in a list of both, each by itself: `ad agosto e nei festivi`."""
        groups: list[Selected] = []
        dated = False
        while True:
            comma = bool(groups) and self.at in {",", "/"}
            if not SELECTOR.match(self.kinds, self.place + comma):
                return groups
            one, length = self._selected(self.place + comma)
            if one.periods and dated and not comma:
                raise Unclear("unsayable", self._piece(self.place))
            apart = not groups or (comma and dated != bool(one.periods))
            groups = [*groups, one] if apart else [*groups[:-1], _joined(groups[-1], one)]
            dated = bool(one.periods)
            self.place += comma + length
            self.place += self.at == ":"

    def _selected(self, place: int) -> tuple[Selected, int]:
        try:
            period = period_at(self.kinds, self.found, place)
        except ValueError:
            raise Unclear("bad-date", " ".join(one.text for one in self.found[place : place + 5])) from None
        if period:
            return Selected(periods=(period[0],)), period[1]
        match = DAYS.match(self.kinds, place)
        if match is None:
            raise Unclear("unreadable", self.found[place].text)
        return self._days(match[0], self.found[place : match.end()]), len(match[0])

    def _days(self, form: str, said: list[Token]) -> Selected:
        if form == "P":
            return Selected(holidays=True)
        if form in "EWSK":
            return Selected({"E": EVERY_DAY, "W": MONDAY_TO_SATURDAY, "S": ON_WEEKEND, "K": WORKING}[form])
        days = [one.value for one in said if one.kind == "D"]
        if form == "D-D":
            return Selected(tuple(sorted(Weekday((days[0] + n) % 7) for n in range((days[1] - days[0]) % 7 + 1))))
        nths = [nth for one in said if one.kind in "IJ" for nth in (one.value if one.kind == "J" else (one.value,))]
        if any(not FEWEST <= nth <= MOST or not nth for nth in nths):
            raise Unclear("unsayable", " ".join(one.text for one in said))
        return Selected(tuple(Weekday(days[0], nth) for nth in nths or [0]))

    def _spans(self) -> tuple[Span, ...]:
        spans: list[Span] = []
        while True:
            if self.at == "A":
                self.place += 1
                spans += ALL_DAY
            elif match := SPAN.match(self.kinds, self.place):
                spans.append(self._span(match))
            else:
                return tuple(spans)
            if self.at == ":":
                self.place += 1

    def _span(self, match: re.Match[str]) -> Span:
        first, last = self.found[match.start(1)], self.found[match.start(2)]
        self.place = match.end()
        start, end = (one.value * 60 if one.kind == "N" else one.value for one in (first, last))
        if AFTERNOON.search(last.text) and not HALF.search(first.text) and start + NOON < end:
            start += NOON  # of `1-5 pm`
        piece = f"{first.text}-{last.text}"
        if start < 0 or end < 0 or start >= DAY + (start == DAY) or end > LATEST:
            raise Unclear("bad-time", piece)
        start %= DAY
        if not self.exact and end <= start < LATE and end:
            if not self.mending or end + DAY // 2 <= start:
                raise Unclear("turned", piece)
            end += DAY // 2
        if not self.exact and start in NIGHT and end in NIGHT and start < end:
            raise Unclear("half-day", piece)
        return Span(start, end + DAY if end <= start else end)


def _joined(one: Selected, other: Selected) -> Selected:
    return Selected(
        tuple(sorted({*one.days, *other.days})), one.holidays or other.holidays, (*one.periods, *other.periods)
    )
