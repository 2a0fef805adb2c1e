"""Chuchu, and what people would write instead, at the same task over the same articles."""
