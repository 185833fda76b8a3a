"""The site as one file to keep: what it is called, what it says of itself, how an old one differs from today's."""
