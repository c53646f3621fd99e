"""What a person has to do today, and the next step of each case."""
