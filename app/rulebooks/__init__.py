"""规则集, edited by the county: drafted, checked, approved by a second person, published from a day."""
