"""The engine at work: a message in, a reading out.

No scipy, no disk, no state: several threads may read at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np

from bot.catalogue.text import FALLBACK
from bot.understanding.acts import NEEDS, Act, Screen
from bot.understanding.blob import WrongBlob, unpack
from bot.understanding.cues import audience, danger, times
from bot.understanding.cues.courtesy import Courtesy
from bot.understanding.cues.remarks import remarks
from bot.understanding.cues.towns import Towns
from bot.understanding.reading import Kind, Reading
from bot.understanding.scoring import out_of_scope
from bot.understanding.scoring.act_model import ActModel, by_chance
from bot.understanding.scoring.fear import Fear
from bot.understanding.scoring.model import Model, chances
from bot.understanding.scoring.multiple_needs import part
from bot.understanding.scoring.out_of_scope import OutOfScope
from bot.understanding.scoring.space import Numbers
from bot.understanding.serialization import parts_of
from bot.understanding.text.clauses import refused
from bot.understanding.text.concepts import ConceptFinder
from bot.understanding.text.normal import words
from bot.understanding.text.prepared import PreparedText, prepare
from bot.understanding.text.repair import Repair

REFUSAL = 0.9  # how much of what the refused words say is taken back; measured, see docs/understanding.md
PLAIN = 0.5  # a refused need is named where its own words make it at least this likely
SECOND = 0.4  # how much the model of acts counts in what is outside; measured, see docs/understanding.md
OUTSIDE = 0.3  # from here on nothing is served: a need refused costs a person more than a card too many
STORY = 36  # words: who writes more tells one story with many things in it, and asks one
# Danger rings where a pattern is met; where a phrase of the knowledge is said and it sounds so (ECHO); and where it
# sounds so very much (SURE). Of held-out danger that no pattern meets 27 of 100 are above SURE, of what only
# sounds so 3, of all else 0.1: docs/understanding.md.
SURE = 2.5
ECHO = 0.5
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

    def read(self, text: str, screen: Screen = "doors", showing: Sequence[str] = ()) -> Reading:
        """Return what one message says; a message without a word says nothing, and is outside.

        `screen` and `showing`, the needs whose services are on it, are the context in which acts are heard.
        """
        message = prepare(text, self.concepts, self.repair)
        if not message.words:
            even = np.full(len(self.needs), 1 / max(len(self.needs), 1), dtype=np.float32)
            return Reading("outside", self._ranked(even), 1.0)
        plain = self.acts.heard(text, message)
        reading = self._weigh(message, plain, words(text))
        topic = reading.best in showing
        return replace(reading, acts=_judged(self.acts.on_screen(plain, screen, topic=topic), reading.kind))

    def _weigh(self, message: PreparedText, heard: dict[Act, float], typed: Sequence[str]) -> Reading:
        evidence = self.model.evidence(message)
        stretches = refused(message.clauses)
        unwanted, kept = self._refusals(stretches, evidence)
        scores = kept.sum(axis=0) + self.model.bias
        belief = chances(scores[: len(self.needs)], self.scale)
        outside = (1 - SECOND) * self._outside(message, scores, belief) + SECOND * heard["outside"]
        kind = self._kind(message, typed, outside)
        return Reading(
            kind=kind,
            belief=self._ranked(belief),
            outside=outside,
            asked=self._asked(message, kept, belief) if kind in {"need", "danger"} else (),
            language=message.language,
            concepts=_wanted(message.concepts, stretches),
            who=audience.audience(message.words),
            town=self.places.town(message.words),
            when=times.part_of_week(message.words),
            refused=tuple(need for need in unwanted if need != self.needs[int(belief.argmax())]),
            remarks=remarks(message.words, self.places),
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

    def _outside(self, message: PreparedText, scores: Numbers, belief: Numbers) -> float:
        known = sum(self.repair.taught(word) for word in message.words) / len(message.words)
        return self.out_of_scope.outside(out_of_scope.signs(scores, belief, known, len(message.words)))

    def _kind(self, message: PreparedText, typed: Sequence[str], outside: float) -> Kind:
        if self._is_danger(message, typed):
            return "danger"
        return self.courtesy.of(message.words) or ("outside" if outside > OUTSIDE else "need")

    def _is_danger(self, message: PreparedText, typed: Sequence[str]) -> bool:
        """Tell whether a message speaks of danger, beside words that the knowledge calls harmless.

        `typed` are its words before they were repaired: a rare word ("diserbante") becomes a wrong one.
        """
        spared = self._covered(message, HARMLESS)
        if any(danger.is_danger(said, spared) for said in {message.words, tuple(typed)}):
            return True
        if danger.is_saying(message.words):  # it sounds like danger, and the saying says why
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


def _judged(heard: dict[Act, float], kind: Kind) -> dict[Act, float]:
    """Return the acts with what the needs' model knows better: danger, and whether a need is one of ours."""
    if kind == "danger":
        return {"danger": 1.0}
    others = sum(heard.pop(act) for act in NEEDS)
    known = cast("Act", kind)
    return by_chance(heard | {known: heard.get(known, 0.0) + others})


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
