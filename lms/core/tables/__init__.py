"""Tables that people send and take away: read as text, told what is wrong, written."""
