"""Conversations: what a question leans on that was asked and answered before it."""
