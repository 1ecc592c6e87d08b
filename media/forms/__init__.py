"""Forms of the admin about activities and libraries."""
