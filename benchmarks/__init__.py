"""Measurements of the project, and the invented cables that they are made on."""
