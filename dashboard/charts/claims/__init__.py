"""Charts of claims: verdicts counted, and a stated share beside the series."""
