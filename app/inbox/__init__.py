"""消息: the in-app inbox is the truth of what a person was told; whatever is sent only points to it."""
