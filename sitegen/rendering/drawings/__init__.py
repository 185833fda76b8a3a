"""Drawings that carry figures, as a maths teacher would draw them. Same values in, same SVG out.

Every drawing is hidden from those who hear the page: the text beside it says the same.
"""
