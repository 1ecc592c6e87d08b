"""The list of an event as a table: written, read back, compared with the list as it is."""
