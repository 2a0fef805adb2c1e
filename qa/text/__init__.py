"""What any text says, question or passage: figures, periods, editions, acts, names, clauses."""
