"""Who writes to us, as little as we may know: pseudonyms, membership, invites, consent."""
