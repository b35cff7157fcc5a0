"""Why somebody took nothing, asked so that nobody can know what they answered: dice are rolled before the question.

Randomized response with several answers: with probability TRUTH each button carries what it says, else every button
carries an answer of chance. What comes back is all that this program ever gets; see docs/evaluation.md.
"""

from collections.abc import Mapping
from random import Random

TRUTH = 0.7
QUESTION = "why"
# I fear that it is known · I am ashamed · I do not trust it · it costs too much, is too far, the hours do not fit ·
# I did not understand what to do · I did not need it after all
REASONS = ("known", "ashamed", "trust", "burden", "unclear", "unneeded")


def drawn(dice: Random) -> Mapping[str, str]:
    """Roll, and return for the button of each reason the answer that it carries."""
    if dice.random() < TRUTH:
        return {reason: reason for reason in REASONS}
    return {reason: dice.choice(REASONS) for reason in REASONS}
