"""The public API: the same figures as the public pages, for programs. It only reads, knows nobody
and gives everybody the same."""
