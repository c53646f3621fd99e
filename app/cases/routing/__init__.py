"""分流: where a case goes, why, and who decided otherwise."""
