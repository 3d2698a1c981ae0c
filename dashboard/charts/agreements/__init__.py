"""Charts of agreements: from when to when each holds."""
