"""What keeps published pages true: links, languages, descriptions, facts, dates of review."""
