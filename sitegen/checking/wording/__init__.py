"""Checks of what one file says to its readers, for their sake and for that of the people it speaks of."""
