"""A new network: from what its founder answers to a folder that `kmzero check` accepts."""
