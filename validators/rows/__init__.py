"""Row models: one frozen pydantic model per table, every column with title, meaning and unit."""
