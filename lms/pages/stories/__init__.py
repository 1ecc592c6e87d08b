"""Stories of people: what must hold before readers get one, and how it is taken back."""
