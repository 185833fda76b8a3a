"""Writing keeps two whole trees, the site and a shadow beside it, and exchanges them once the new one is complete."""
