"""Opening hours: one reading of what people write, one value, one normal form."""
