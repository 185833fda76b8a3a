"""What the wording of a fact means: pure functions from text to what filters can use."""
