"""Which passages come first, and which of their sentences answers."""
