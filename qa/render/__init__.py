"""Answers as escaped HTML, timelines also as text and JSON; pure functions."""
