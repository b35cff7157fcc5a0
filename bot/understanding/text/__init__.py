"""From typed text to words, stems and features."""
