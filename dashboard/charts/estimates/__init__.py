"""Charts of estimates: every statement an interval."""
