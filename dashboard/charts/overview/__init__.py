"""The picture of the Overview: eighty years on one axis."""
