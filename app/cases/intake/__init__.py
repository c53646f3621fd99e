"""登记: how a dispute told in words becomes a case in the books."""
