"""Builds again what has changed since the last build, with the outcome of a build of everything."""
