"""From the files that coordinators edit to problems with a position, or to a new release."""
