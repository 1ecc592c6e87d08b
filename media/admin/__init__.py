"""Activities and H5P libraries in the admin."""
