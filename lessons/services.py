"""Writes about lessons."""
