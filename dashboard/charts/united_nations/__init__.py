"""Charts of votes in the General Assembly, of Council decisions and of sanctions."""
