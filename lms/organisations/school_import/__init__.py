"""Import of the school register: read a file, check its rows, compare, write. Nothing is deleted.

`read_table` → `match_columns` → `check_rows` → `compare` → `apply`; each can be used alone, and
everything before `apply` leaves the database as it is.
"""
