"""One message in, one reply out: the concierge, the pure dialogue, its questions and its phrases."""
