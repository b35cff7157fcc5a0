"""From features to scores: what a learned model says of a message."""
