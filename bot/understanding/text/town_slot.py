"""The slot for a town in what is taught: one word, whichever town it is, so that no phrase is about one place."""

SLOT = "{town}"
TOWN = "0q"  # the word that a town's name becomes: no letters of it are those of another word


def slotted(text: str) -> str:
    """Return a phrase with the word for a town where its slot is."""
    return text.replace(SLOT, TOWN)
