"""Charts of milestones: on a timeline, by year, on a map."""
