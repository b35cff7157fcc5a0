"""The talk itself, pure: states and messages in, states and replies out."""
