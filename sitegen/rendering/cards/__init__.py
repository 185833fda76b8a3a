"""Share cards: the pictures of links, drawn from values in the same language as the pages."""
