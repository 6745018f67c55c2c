"""Units of measure: the one place where ten thousand square metres are a hectare."""

SQUARE_METRES_PER_HECTARE = 10_000.0
HECTARES_PER_SQUARE_KILOMETRE = 100.0
MONEY_UNIT = 10_000.0  # money columns are in 10^4 of a currency
CARBON_DIOXIDE_PER_CARBON = 44.0 / 12.0  # t CO2 per t C, molar masses
TONNES_PER_TEN_THOUSAND_TONNES = 10_000.0

# what one t C is in each of options.REPORT_UNITS
CARBON_UNITS = {
    "tC": 1.0,
    "tCO2": CARBON_DIOXIDE_PER_CARBON,
    "10^4 tC": 1.0 / TONNES_PER_TEN_THOUSAND_TONNES,
    "10^4 tCO2": CARBON_DIOXIDE_PER_CARBON / TONNES_PER_TEN_THOUSAND_TONNES,
}
