"""The parts of an engine, as arrays and JSON and back."""

from dataclasses import replace
from typing import Any

import numpy as np

from bot.catalogue.text import LANGUAGES
from bot.understanding.blob import Blob
from bot.understanding.cues.courtesy import Courtesy
from bot.understanding.cues.towns import Towns
from bot.understanding.scoring import act_model, fear, plan_model
from bot.understanding.scoring.act_model import ActModel
from bot.understanding.scoring.fear import Fear
from bot.understanding.scoring.model import Model
from bot.understanding.scoring.out_of_scope import OutOfScope
from bot.understanding.scoring.plan_model import PlanModel
from bot.understanding.scoring.space import WEIGHTS, Space
from bot.understanding.text.concepts import ConceptFinder
from bot.understanding.text.repair import Repair

ACTS, FEAR, PLANS = "acts_", "fear_", "plans_"  # before the names of the arrays of the other models
STEPS = 127  # a weight is kept in a byte, in steps of a 127th of the greatest of its column


def blob_of(  # noqa: PLR0917 - every part of an engine, called by name
    needs: tuple[str, ...],
    model: Model,
    scale: float,
    out_of_scope: OutOfScope,
    concepts: ConceptFinder,
    repair: Repair,
    courtesy: Courtesy,
    places: Towns,
    acts: ActModel,
    fears: Fear,
    plans: PlanModel,
) -> Blob:
    """Return the parts of an engine as they are kept."""
    arrays = {"real": repair.real, **_arrays(model, ""), **_arrays(acts.model, ACTS), **_arrays(fears.model, FEAR)}
    arrays |= _arrays(plans.model, PLANS)
    meta = {
        "needs": needs,
        "acts": acts.acts,
        "scale": scale,
        "out_of_scope": [list(out_of_scope.weights), out_of_scope.bias],
        "concepts": _expressions(concepts),
        "situations": plans.situations,
        "cues": _expressions(plans.cues),
        "vocabulary": " ".join(repair.vocabulary),
        "courtesy": [sorted(courtesy.greetings), sorted(courtesy.thanks)],
        **places_of(places),
    }
    return Blob(meta, arrays)


def parts_of(blob: Blob) -> dict[str, Any]:
    """Return the parts of an engine by the names of its fields.

    Raises KeyError, TypeError, IndexError, AttributeError.
    """
    meta, arrays = blob.meta, blob.arrays
    weights, bias = meta["out_of_scope"]
    greetings, thanks = meta["courtesy"]
    return {
        "needs": tuple(meta["needs"]),
        "model": _model(arrays, "", WEIGHTS),
        "acts": ActModel(tuple(meta["acts"]), _model(arrays, ACTS, act_model.WEIGHTS)),
        "fear": Fear(_model(arrays, FEAR, fear.WEIGHTS)),
        "scale": float(meta["scale"]),
        "out_of_scope": OutOfScope(tuple(weights), bias),
        "concepts": _finder(meta["concepts"]),
        "plans": PlanModel(tuple(meta["situations"]), _finder(meta["cues"]), _model(arrays, PLANS, plan_model.WEIGHTS)),
        "repair": Repair(tuple(meta["vocabulary"].split()), arrays["real"]),
        "courtesy": Courtesy(frozenset(greetings), frozenset(thanks)),
        "places": Towns(
            tuple((tuple(name), town) for name, town in meta["places"]),
            frozenset(meta["neighbours"]),
            frozenset(meta["nouns"]),
        ),
    }


def places_of(places: Towns) -> dict[str, Any]:
    """Return the towns as they are kept."""
    names = [[list(name), town] for name, town in places.names]
    return {"places": names, "neighbours": sorted(places.outside), "nouns": sorted(places.nouns)}


def _expressions(concepts: ConceptFinder) -> dict[str, Any]:
    return {lang: [[list(stems), list(ids)] for stems, ids in concepts.expressions[lang].items()] for lang in LANGUAGES}


def _finder(kept: Any) -> ConceptFinder:
    return ConceptFinder({lang: {tuple(stems): tuple(ids) for stems, ids in kept[lang]} for lang in LANGUAGES})


def in_steps(model: Model) -> Model:
    """Return a model as it is kept: in a quarter of its room. What is kept already stays."""
    if model.weights.dtype == np.int8:
        return model
    weights = model.weights
    greatest = np.maximum(weights.max(axis=0, initial=0.0), -weights.min(axis=0, initial=0.0))
    steps = np.maximum(greatest, 1e-9).astype(np.float32) / STEPS
    divided = weights / steps
    return replace(model, weights=np.rint(divided, out=divided).astype(np.int8), steps=steps)


def _arrays(model: Model, prefix: str) -> dict[str, Any]:
    kept = in_steps(model)
    arrays: dict[str, Any] = {
        f"{prefix}weights": kept.weights,
        f"{prefix}steps": kept.steps,
        f"{prefix}bias": kept.bias,
    }
    for view, (known, rarity) in enumerate(zip(model.space.known, model.space.rarity, strict=True)):
        arrays |= {f"{prefix}known{view}": known, f"{prefix}rarity{view}": rarity.astype(np.float16)}
    return arrays


def _model(arrays: dict[str, Any], prefix: str, weights: tuple[float, ...]) -> Model:
    views = range(len(weights))
    space = Space(
        tuple(arrays[f"{prefix}known{view}"] for view in views),
        tuple(arrays[f"{prefix}rarity{view}"].astype(np.float32) for view in views),
        weights,
    )
    return Model(space, arrays[f"{prefix}weights"], arrays[f"{prefix}bias"], arrays[f"{prefix}steps"])
