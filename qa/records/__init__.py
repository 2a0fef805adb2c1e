"""What the library holds and answers, as JSON objects."""
