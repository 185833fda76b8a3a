"""Content that means harm: every attack ends as a page on which it is inert, or as a problem."""
