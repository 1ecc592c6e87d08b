"""Writes of reach."""
