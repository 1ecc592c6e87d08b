"""What officers and the secretariat type about reach."""
