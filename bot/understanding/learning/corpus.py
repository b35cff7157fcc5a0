"""What the engine learns from: the utterances of a release, and the words that speak for its needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.catalogue.model import Area, Concept, NeedType, Network, Outside, Release
from bot.catalogue.situations import Situation
from bot.catalogue.text import LANGUAGES, Language, Texts
from bot.understanding.text.town_slot import slotted

Named = tuple[tuple[str, str], ...]  # a name and the id of what has it


@dataclass(frozen=True)
class Utterance:
    """A phrase that people say when they have a need; the need is None when it is none of ours."""

    need: str | None
    language: Language
    text: str


@dataclass(frozen=True)
class Told:
    """A situation as it is taught: `words` speak for it by themselves."""

    id: str
    phrases: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Corpus:
    """`words` speak for a need by themselves; `concepts` are ids and their words.

    `towns` and `neighbours` are names and the ids of what has them.
    """

    needs: tuple[str, ...]
    utterances: tuple[Utterance, ...]
    words: dict[str, tuple[str, ...]]
    outside: tuple[Utterance, ...] = ()
    greetings: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    danger: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    concepts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    towns: Named = ()
    neighbours: Named = ()
    situations: tuple[Told, ...] = ()

    @property
    def bare(self) -> "Corpus":
        """The same without the names of a network: what is learned of it needs none."""
        return replace(self, towns=(), neighbours=())


def of_release(release: Release) -> Corpus:
    """Return what a release teaches."""
    towns, neighbours = names_of(release.network)
    return of_parts(release.areas, release.outside, release.concepts, towns, neighbours, situations=release.situations)


def names_of(network: Network) -> tuple[Named, Named]:
    """Return the names of a network's towns, hamlets too, and those of its neighbours."""
    towns = tuple((name, town.id) for town in network.municipalities for name in (town.name, *town.hamlets))
    return towns, tuple((town.name, town.id) for town in network.neighbours)


def of_parts(
    areas: Sequence[Area],
    outside: Outside,
    concepts: Sequence[Concept] = (),
    towns: Named = (),
    neighbours: Named = (),
    *,
    situations: Sequence[Situation] = (),
) -> Corpus:
    """Return what needs teach by themselves: a folder of needs is enough to learn from.

    Where a phrase has the slot for a town, the word stands that all towns become.
    """
    types = [need for area in areas for need in area.types]
    return Corpus(
        needs=tuple(need.id for need in types),
        utterances=tuple(utterance for need in types for utterance in _utterances(need)),
        words={need.id: _all(need.words) for need in types},
        outside=tuple(_spoken(None, outside.phrases)),
        greetings=_all(outside.greetings),
        thanks=_all(outside.thanks),
        danger=_all(outside.danger),
        harmless=_all(outside.harmless),
        concepts=tuple((concept.id, _all(concept.words)) for concept in concepts),
        towns=towns,
        neighbours=neighbours,
        situations=tuple(Told(one.id, _all(one.phrases), _all(one.words)) for one in situations),
    )


def _utterances(need: NeedType) -> list[Utterance]:
    """Return the phrases of a need; its name, its label and its example are said by people too.

    Where there are no phrases, what it is about speaks for it.
    """
    texts = (need.name, need.ask, need.example, None if need.phrases.all else need.about)
    named = [Utterance(need.id, lang, text.of(lang)) for lang in LANGUAGES for text in texts if text]
    return _once([*_spoken(need.id, need.phrases), *named])


def _spoken(need: str | None, phrases: Texts) -> list[Utterance]:
    return [Utterance(need, lang, slotted(text)) for lang in LANGUAGES for text in phrases.of(lang)]


def _all(texts: Texts) -> tuple[str, ...]:
    return tuple(map(slotted, texts.all))


def _once(utterances: list[Utterance]) -> list[Utterance]:
    """Leave out what was said before, in whatever language."""
    return list({utterance.text: utterance for utterance in reversed(utterances)}.values())[::-1]
