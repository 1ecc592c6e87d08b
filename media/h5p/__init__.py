"""H5P in plain Python: packages, libraries, content, statements."""
