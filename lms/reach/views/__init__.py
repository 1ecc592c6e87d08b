"""Pages of the report, for the secretariat and for the public."""
