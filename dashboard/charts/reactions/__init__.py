"""Charts of reactions: stances, reasons, shared texts, and what single countries did."""
