"""Broken pages without end: no page, however broken, may hurt the reader.

``python -m tests.mutations --count 100000 --seed 1 -j 2`` reads that many pages broken at random,
and the floods, which are the same ones every time. What is promised of each page is in
``docs/robustness.md``.
"""
