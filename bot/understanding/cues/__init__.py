"""What small word lists and patterns find: danger, times, people, towns, remarks, courtesy."""
