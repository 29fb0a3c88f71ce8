"""What words and lines of a text say by themselves."""
