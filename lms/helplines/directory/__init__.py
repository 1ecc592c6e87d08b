"""The county services as a table: `read_services` → `changes_of` → `services.write_services`.

Everything before the last leaves the database as it is.
"""
