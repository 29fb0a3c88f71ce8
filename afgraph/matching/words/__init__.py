"""One word of a name: how it sounds, what it means, what it costs beside another, what listed ones it is like."""
