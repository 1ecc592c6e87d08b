"""An organisation's figures of a year as a table: written, read back, compared."""
