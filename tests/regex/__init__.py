"""Whether a regular expression can backtrack without bound: told from its own parse tree."""
