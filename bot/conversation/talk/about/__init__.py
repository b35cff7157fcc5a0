"""Answers to what people ask about the card on their screen, from its own fields: a function for each question."""
