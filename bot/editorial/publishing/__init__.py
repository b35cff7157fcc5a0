"""From what was checked to what is live: what would change, what is in doubt, publishing and going back."""
