"""What the reports are made of: places in words, windows on the text, findings as data."""
