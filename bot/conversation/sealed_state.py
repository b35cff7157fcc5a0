"""Where a preview stands, as its page holds it: sealed, so that nobody reads or bends it, and good for a day."""

import json
from datetime import datetime

from bot.conversation.sessions import KEPT
from bot.conversation.talk.state import State, dump, read
from bot.people.keys import Keys

PURPOSE = "preview"  # what else was sealed with the same keys is no state


def seal(keys: Keys, state: State, now: datetime) -> str:
    """Return a state as printable signs that say nothing, not even how long it is."""
    return keys.pack(PURPOSE, now.isoformat(), json.dumps(dump(state)))


def unseal(keys: Keys, sealed: str, now: datetime) -> State:
    """Return the state that was sealed; one that is a day old, bent, or of another house starts afresh."""
    try:
        purpose, at, kept = keys.unpack(sealed)
        fresh = purpose == PURPOSE and now - datetime.fromisoformat(at) < KEPT
        return read(json.loads(kept)) if fresh else State()
    except (ValueError, TypeError):
        return State()
