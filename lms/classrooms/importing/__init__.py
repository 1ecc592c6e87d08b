"""Class sessions from a file: reading it, knowing its columns, judging its rows."""
