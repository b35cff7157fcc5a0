"""The rows of the register of what organizations do by their own door: nobody's."""

from bot.people.kept import HOUR, Kept
from bot.store.partners import desk_try, redemption

OF_PARTNERS = (
    Kept(
        redemption,
        "which codes were marked as used at the desk of their organization: a one-way mark of the code, and sealed its "
        "offer and the day; without the key no way leads to the code, and none to a person",
        "as long as the code",
    ),
    Kept(
        desk_try,
        "of a web session of an organization, sealed, how many wrong codes were typed today, and which codes were "
        "seen and marked in the last minutes, so that guessing is slow and a slip can be undone; no person",
        "{sessions at desks} after the last code",
        lasts={"sessions at desks": 48 * HOUR},
        backed_up=False,
    ),
)
