"""排查: going round to look for disputes before they come by themselves."""
