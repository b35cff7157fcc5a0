"""The four plain readers that the engine is measured against, taught the same phrases.

Only `kmzero bench understanding` needs them, and with them scikit-learn.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from bot.understanding.learning.corpus import Corpus
from bot.understanding.text.normal import words

Scorer = Callable[[str], NDArray[np.float64]]  # a message in; a score for each need out


def baselines(corpus: Corpus) -> dict[str, Scorer]:
    """Return the plain readers by name."""
    texts = [" ".join(words(utterance.text)) for utterance in corpus.utterances]
    own = np.array([corpus.needs.index(str(utterance.need)) for utterance in corpus.utterances])
    count = len(corpus.needs)
    return {
        "rapidfuzz WRatio": _fuzzy(texts, own, count, fuzz.WRatio),
        "rapidfuzz token_set_ratio": _fuzzy(texts, own, count, fuzz.token_set_ratio),
        "BM25": _bm25(texts, own, count),
        "TF-IDF + LinearSVC": _support_vectors(texts, own),
    }


def _fuzzy(texts: Sequence[str], own: NDArray[np.int64], count: int, scorer: Callable[..., float]) -> Scorer:
    def score(message: str) -> NDArray[np.float64]:
        return _best(process.cdist([" ".join(words(message))], texts, scorer=scorer)[0], own, count)

    return score


def _best(scores: NDArray[np.float64], own: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    """Return for each need the score of its best phrase."""
    best = np.full(count, -1.0)
    np.maximum.at(best, own, scores)
    return best


def _bm25(texts: Sequence[str], own: NDArray[np.int64], count: int, k: float = 1.5, b: float = 0.75) -> Scorer:
    """Okapi BM25 (Robertson and Zaragoza 2009) over phrases, with an inverted list for each word."""
    lengths = np.array([len(text.split()) for text in texts], dtype=float)
    lists: dict[str, list[tuple[int, int]]] = {}
    for row, text in enumerate(texts):
        for word, times in Counter(text.split()).items():
            lists.setdefault(word, []).append((row, times))

    def score(message: str) -> NDArray[np.float64]:
        total = np.zeros(len(texts))
        for word in set(words(message)) & lists.keys():
            rows, times = np.array(lists[word]).T
            rare = log(1 + (len(texts) - len(rows) + 0.5) / (len(rows) + 0.5))
            total[rows] += rare * times * (k + 1) / (times + k * (1 - b + b * lengths[rows] / lengths.mean()))
        return _best(total, own, count)

    return score


def _support_vectors(texts: Sequence[str], own: NDArray[np.int64]) -> Scorer:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    vectorizer = TfidfVectorizer(sublinear_tf=True)
    machine = LinearSVC(random_state=0).fit(vectorizer.fit_transform(texts), own)

    def score(message: str) -> NDArray[np.float64]:
        margins = machine.decision_function(vectorizer.transform([" ".join(words(message))]))[0]
        return np.asarray(margins if np.ndim(margins) else [-margins, margins], dtype=float)

    return score
