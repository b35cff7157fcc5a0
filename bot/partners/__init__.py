"""What an organization does: its desk."""
