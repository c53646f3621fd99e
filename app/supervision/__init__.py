"""跟踪督办: what is due is said in time, once, to the one whose move it is."""
