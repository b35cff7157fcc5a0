"""What an organization does by its own door: checking the codes that people show it, and marking them as used."""
