"""消息外发: a digest that points to the inbox, sent where a county has set it up; nothing by default."""
