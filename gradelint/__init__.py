"""gradelint translates inspection grades and flags papers that misstate them."""

__version__ = "2026.11.0"
