"""What begins here: new stories, sections, editions and sites, and the schemas that editors read."""
