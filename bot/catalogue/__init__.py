"""What is on offer: an immutable snapshot of the current release, and choosing among its services."""
