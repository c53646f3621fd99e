"""轮流坐班: who sits at the desk on which day, who goes to which village, and who stands in."""
