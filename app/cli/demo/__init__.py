"""`demo`: a county to walk around in, invented from a seed on the real divisions."""
