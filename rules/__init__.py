"""Policy as data: facts in, a decision with its reasons out."""

from rules.deciding import decide
from rules.decision import Decision
from rules.loader import load
from rules.rulebook import Books
from rules.vocabulary import FactError, Facts, RuleError, Value

__all__ = ["Books", "Decision", "FactError", "Facts", "RuleError", "Value", "decide", "load"]
