"""Where things are: county ⊃ township ⊃ village ⊃ grid cell ⊃ household group."""
