"""The report as files. Every one is made of the same Report and the same tables as the screen."""
