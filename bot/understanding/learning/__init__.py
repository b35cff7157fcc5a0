"""From phrases to a learned model; nothing here runs while a message is read."""
