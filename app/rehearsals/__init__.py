"""预演: a draft of the rules over every case decided so far, before anybody approves it."""
