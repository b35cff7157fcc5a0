"""The rules about phrases that compare each with all others: `kmzero check --phrases`, a minute for 20,000 phrases.

They are rules as those of `bot.editorial.rules` are, with the same docstrings and the same phrases; `kmzero check`
leaves them out because it is run after every change and must answer in a second or two.
"""

from bot.editorial.rules import Rule, rules_of


def rules() -> dict[str, Rule]:
    """Return every rule by its id, in the order of their names."""
    return rules_of(__name__, __path__)
