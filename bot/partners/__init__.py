"""What an organization does by its own door: codes and badges that people show it are checked, and marked as used."""
