"""What the network may learn: counts, never people."""
