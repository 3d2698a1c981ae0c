"""Charts of the Trade page: shares, values, partners, goods, refined oil, roubles."""
