"""What was found, chosen from: which passage comes first, and which sentence and people answer."""
