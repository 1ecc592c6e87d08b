"""Writes of the report."""
