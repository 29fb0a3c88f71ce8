"""The names of a list, and which of them a text may mean."""
