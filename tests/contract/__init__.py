"""A small invented corpus, queries, and the cables that they must find, on every engine."""
