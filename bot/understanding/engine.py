"""The engine at work: a message in, a reading out.

It reads no file and keeps only results that it could work out again: several threads may read at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np

from bot.catalogue.text import FALLBACK
from bot.understanding.acts import NEEDS, WITH_A_CARD, Act, Screen
from bot.understanding.blob import WrongBlob, unpack
from bot.understanding.cues import danger, times, whereabouts
from bot.understanding.cues.courtesy import Courtesy
from bot.understanding.cues.facts import facts
from bot.understanding.cues.remarks import Remark, remarks
from bot.understanding.cues.towns import Towns
from bot.understanding.cues.whereabouts import Place, said_of
from bot.understanding.reading import Kind, Reading
from bot.understanding.scoring import out_of_scope
from bot.understanding.scoring.act_model import ActModel, by_chance, without_greeting
from bot.understanding.scoring.fear import Fear
from bot.understanding.scoring.model import Model, chances
from bot.understanding.scoring.multiple_needs import part
from bot.understanding.scoring.out_of_scope import OutOfScope
from bot.understanding.scoring.plan_model import PlanModel
from bot.understanding.scoring.space import Numbers
from bot.understanding.serialization import parts_of
from bot.understanding.text.clauses import refused
from bot.understanding.text.concepts import ConceptFinder
from bot.understanding.text.line import line_of
from bot.understanding.text.other_languages import language_of_other
from bot.understanding.text.prepared import PreparedText, prepare, recast
from bot.understanding.text.repair import Repair

REFUSAL = 0.9  # how much of what the refused words say is taken back; measured, see docs/understanding.md
PLAIN = 0.5  # a refused need is named where its own words make it at least this likely
SECOND = 0.4  # how much the model of acts counts in what is outside; measured, see docs/understanding.md
SURELY_NONE, IN_TWO_MINDS = 0.01, 0.55  # of the model of acts, of the needs' own
OUTSIDE = 0.26  # from here on nothing is served: a need refused costs a person more than a card too many
STORY = 36  # words: who writes more tells one story with many things in it, and asks one
WANTED: dict[Remark, Act] = {"who": "want:who", "town": "want:nearer", "when": "want:when"}
LEAVING = {"need", "another", "codes", "mydata", "forget", "language", "thanks"}  # what goes on after danger
FEW, CLEAR, NAMED = 4, 0.75, 0.45  # words of a message that may only name a need, how clear it is, how doubtful
MEANT = 0.8  # «inglese» alone names a course: who wants the talk in another language says so
HALF = 0.5  # an act that is less likely does not stand against a clear need
GUESS = 0.25  # an act less likely than this is none
# Danger rings where a pattern is met; where a phrase of the knowledge is said and it sounds so (ECHO); and where it
# sounds so very much (SURE). Of held-out danger that no pattern meets 27 of 100 are above SURE, of what only
# sounds so 3, of all else 0.1: docs/understanding.md.
SURE = 2.5
ECHO = 0.5
FOREIGN = 0.97  # how likely a message in a language that we do not speak asks for it, whatever else it says
DANGER, HARMLESS = "!danger", "!harmless"  # the concepts of the phrases of outside.yaml; no id of a concept can be so


@dataclass(frozen=True)
class Engine:
    """A Reader. `scale` is the inverse temperature of the belief."""

    needs: tuple[str, ...]
    model: Model
    scale: float
    out_of_scope: OutOfScope
    concepts: ConceptFinder
    repair: Repair
    courtesy: Courtesy
    places: Towns
    acts: ActModel
    fear: Fear
    plans: PlanModel

    def read(self, text: str, screen: Screen = "doors", showing: Sequence[str] = ()) -> Reading:
        """Return what one message says; a message without a word says nothing, and is outside.

        `screen` and `showing`, the needs whose services are on it, are the context in which acts are heard.
        """
        foreign = language_of_other(text)
        message = prepare(text, self.concepts, None if foreign else self.repair)  # their words are no slips of ours
        if not message.words:
            even = np.full(len(self.needs), 1 / max(len(self.needs), 1), dtype=np.float32)
            return _in_another_language(Reading("outside", self._ranked(even), 1.0), foreign)
        said = without_greeting(text)
        seen = self.seen(message)
        spoken = seen if said == text else self.seen(prepare(said, self.concepts, self.repair))
        plain = self.acts.heard(said, spoken)
        places = whereabouts.places(message, self.places)
        reading = self._weigh(seen, self._without(message, places), plain, foreign)
        if reading.kind in {"need", "outside"} and max(plain, key=lambda act: plain[act]) in NEEDS:
            clear = reading.kind == "need" and reading.belief[reading.best] >= CLEAR
            reading = _planned(reading, self.plans.told(said, spoken, need_is_clear=clear))
        found = facts(line_of(text, dict(zip(message.typed, message.words, strict=True))), message.words, places)
        marks = remarks(message.words, self.places, found.town)
        acts = _judged(self.acts.on_screen(plain, screen, topic=reading.best in showing), reading.kind)
        if screen == "danger":
            acts = _quiet(acts)
        elif screen not in WITH_A_CARD and reading.kind == "need" and reading.belief[reading.best] >= CLEAR:
            acts = _without_a_card(acts)
        elif marks:
            acts = _remarked(acts, marks)
        reading = replace(reading, who=found.who, town=found.town, facts=found, remarks=marks, acts=acts)
        return _in_another_language(reading, foreign)

    def _without(self, message: PreparedText, places: Sequence[Place]) -> PreparedText:
        """Return a message without the words that only say where somebody lives: they would be weighed as a need.

        In a story they are a small part of what is weighed, and it asks for one need anyway.
        """
        if len(message.words) > STORY:
            return self.seen(message)
        return self.seen(message, whereabouts.left_out(places, len(message.words)))

    def seen(self, message: PreparedText, left_out: frozenset[int] = frozenset()) -> PreparedText:
        """Return a message as it was taught: a town is one word, whichever it is."""
        return recast(message, self.places.named(said_of(message)), self.concepts, left_out)

    def _weigh(
        self, whole: PreparedText, message: PreparedText, heard: dict[Act, float], foreign: str | None
    ) -> Reading:
        """Weigh a message; danger and courtesy are looked for in the `whole` of it."""
        evidence = self.model.evidence(message)
        stretches = refused(message.clauses)
        unwanted, kept = self._refusals(stretches, evidence)
        scores = kept.sum(axis=0) + self.model.bias
        belief = chances(scores[: len(self.needs)], self.scale)
        outside = self._doubted(self._outside(message, scores, belief), heard["outside"])
        if len(message.words) <= FEW and belief.max(initial=0.0) >= CLEAR and outside < NAMED:
            outside = min(outside, OUTSIDE)  # «idraulico» says all there is to say
        kind = self._kind(whole, outside, foreign)
        return Reading(
            kind=kind,
            belief=self._ranked(belief),
            outside=outside,
            asked=self._asked(message, kept, belief) if kind in {"need", "danger"} else (),
            language=whole.language,
            concepts=_wanted(message.concepts, stretches),
            when=times.part_of_week(whole.words),
            refused=tuple(need for need in unwanted if need != self.needs[int(belief.argmax())]),
        )

    def _ranked(self, belief: Numbers) -> dict[str, float]:
        return {self.needs[place]: float(belief[place]) for place in np.argsort(-belief, kind="stable")}

    def _refusals(self, stretches: Sequence[range], evidence: Numbers) -> tuple[tuple[str, ...], Numbers]:
        """Return the needs that are not wanted, and the evidence with what speaks for them taken back."""
        kept = evidence.copy()
        unwanted: list[str] = []
        for stretch in stretches:
            said = evidence[stretch.start : stretch.stop, : len(self.needs)].sum(axis=0)
            kept[stretch.start : stretch.stop] *= np.float32(1 - REFUSAL)
            stretched = chances(said * np.float32(np.sqrt(len(evidence) / len(stretch))), self.scale)
            if len(self.needs) and stretched.max() >= PLAIN:
                unwanted.append(self.needs[int(stretched.argmax())])
        return tuple(dict.fromkeys(unwanted)), kept

    @staticmethod
    def _doubted(outside: float, second: float) -> float:
        """Return how likely no need of ours is, after the model of acts was heard too.

        Where that one is sure of a need and this one in two minds, it is a need: measured in docs/understanding.md.
        """
        both = (1 - SECOND) * outside + SECOND * second
        return min(both, OUTSIDE) if second < SURELY_NONE and outside < IN_TWO_MINDS else both

    def _outside(self, message: PreparedText, scores: Numbers, belief: Numbers) -> float:
        known = sum(self.repair.taught(word) for word in message.words) / len(message.words)
        return self.out_of_scope.outside(out_of_scope.signs(scores, belief, known, len(message.words)))

    def _kind(self, message: PreparedText, outside: float, foreign: str | None) -> Kind:
        if self._is_danger(message, foreign):
            return "danger"
        return self.courtesy.of(message.words) or ("outside" if outside > OUTSIDE else "need")

    def _is_danger(self, message: PreparedText, foreign: str | None) -> bool:
        """Tell whether a message speaks of danger, beside words that the knowledge calls harmless.

        Its words count as typed too: mended, a rare one ("diserbante") becomes a wrong one.
        """
        spared = self._covered(message, HARMLESS)
        if any(danger.is_danger(said, spared) for said in {message.words, message.typed}):
            return True
        if foreign or danger.is_saying(message.words):  # it only sounds like danger: its words, or a saying, say why
            return False
        said = self._covered(message, DANGER) - spared
        return self.fear.of(message) > (ECHO if said else SURE)

    def _covered(self, message: PreparedText, concept: str) -> set[int]:
        if concept not in dict(message.concepts):
            return set()
        return self.concepts.covered(message.stems, message.language or FALLBACK, concept)

    def _asked(self, message: PreparedText, evidence: Numbers, belief: Numbers) -> tuple[str, ...]:
        count = len(self.needs)
        if len(message.words) <= STORY:
            found = part(message.clauses, evidence[:, :count], self.model.bias[:count], belief, self.scale)
            if found:
                return self.needs[found.left], self.needs[found.right]
        return (self.needs[int(belief.argmax())],)


def _planned(reading: Reading, situation: str | None) -> Reading:
    """Return a reading with the situation that is told, if one: that is a need, whatever is known of its words."""
    return replace(reading, kind="need", situation=situation) if situation else reading


def _judged(heard: dict[Act, float], kind: Kind) -> dict[Act, float]:
    """Return the acts with what the needs' model knows better: danger, and whether a need is one of ours."""
    if kind == "danger":
        return {"danger": 1.0}
    others = sum(heard.pop(act) for act in NEEDS)
    known = cast("Act", kind)
    found = by_chance(heard | {known: heard.get(known, 0.0) + others})
    if next(iter(found.values())) < GUESS:  # no act is likely: then it is what the needs' model says
        return by_chance(found | {known: 1 - GUESS})
    return found


def _without_a_card(acts: dict[Act, float]) -> dict[Act, float]:
    """Return the acts where no card is there and the need is clear: «quanto costa il nido?» wants the nursery."""
    act, p = next(iter(acts.items()))
    about_one = act.partition(":")[0] in {"ask", "want", "after", "compare", "refuse"}
    sure = MEANT if act == "language" else HALF
    return by_chance({**acts, "need": 1.0}) if about_one or p < sure else acts


def _remarked(acts: dict[Act, float], said: tuple[Remark, ...]) -> dict[Act, float]:
    """Return the acts of a message that says nothing but for whom, where or when: it wants that, if it asks nothing."""
    likeliest = next(iter(acts)).partition(":")[0]
    if likeliest in {"ask", "want"} or not set(said) <= set(WANTED):
        return acts
    return by_chance({**{act: p * (1 - GUESS) for act, p in acts.items()}, WANTED[said[0]]: 3.0})


def _quiet(acts: dict[Act, float]) -> dict[Act, float]:
    """Return the acts after danger: whatever does not begin something else is still about it."""
    found = {act: p for act, p in acts.items() if act in LEAVING}
    return by_chance(found | {"danger": sum(p for act, p in acts.items() if act not in LEAVING)})


def _in_another_language(reading: Reading, foreign: str | None) -> Reading:
    """Return a reading of what asks first of all for its language, where that is not ours; only danger goes before."""
    if foreign is None:
        return reading
    others = {act: p * (1 - FOREIGN) for act, p in reading.acts.items() if act != "language"}
    acts = reading.acts if reading.kind == "danger" else by_chance(others | {"language": FOREIGN})
    return replace(reading, foreign=foreign, language=None, acts=acts)


def _wanted(concepts: Sequence[tuple[str, int]], stretches: Sequence[range]) -> tuple[str, ...]:
    """Return the concepts that were met outside of what is refused."""
    refused_words = {place for stretch in stretches for place in stretch}
    return tuple(
        concept for concept, place in concepts if concept not in {DANGER, HARMLESS} and place not in refused_words
    )


def load(blob: bytes) -> Engine:
    """Return the reader that training.train taught. Raises bot.understanding.blob.WrongBlob."""
    danger.is_danger(())  # its table is read and compiled now, not while the first person waits
    try:
        return Engine(**parts_of(unpack(blob)))
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise WrongBlob(f"a part is missing: {error}") from None
