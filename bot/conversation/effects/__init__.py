"""What a message changes or reads besides the talk, in the caller's transaction."""
