"""The authors' guide, made of the tables that everything is checked against."""
