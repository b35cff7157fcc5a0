"""From the files that coordinators edit to problems with a place, or to a new release."""
