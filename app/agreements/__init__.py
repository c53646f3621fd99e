"""调解协议: what the parties agreed, who signed it when, and whether it is being fulfilled."""
