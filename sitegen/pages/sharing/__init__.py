"""What readers can pass on: share cards, citations, a card for a page of their own."""
