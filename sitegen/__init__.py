"""sitegen turns a folder of Markdown stories into an annual report."""
