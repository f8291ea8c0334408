"""The README and the pages of `docs/`: what they show is run, what they list is complete."""
