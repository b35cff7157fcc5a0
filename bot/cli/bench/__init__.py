"""The laboratory: everything that only measures; nothing of the product imports it."""
