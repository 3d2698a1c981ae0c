"""Charts of the record itself: what it covers and what it rests on."""
