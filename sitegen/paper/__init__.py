"""Pages for paper as PDF files, by the browser that is installed."""
