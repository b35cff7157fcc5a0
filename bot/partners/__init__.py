"""What an organization does: it checks codes and badges at its desk, is asked what is still valid, and answers."""
