"""Whom the names of a text mean, each with the others as context."""
