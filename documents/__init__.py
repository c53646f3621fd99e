"""Paper: plain data in, a frozen signed PDF out."""
