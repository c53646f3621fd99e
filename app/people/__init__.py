"""People and bodies: users, mediators, committees, specialists."""
