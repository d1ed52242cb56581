"""Labelled papers to figures: what should be found in each, what is found, and how far the two agree."""
