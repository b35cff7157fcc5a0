"""What an organization does at its desk: checking codes and badges that people show it, and marking them as used."""
