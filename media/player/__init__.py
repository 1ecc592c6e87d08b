"""What a frame of an activity is made of: files by content, and a page without an origin."""
