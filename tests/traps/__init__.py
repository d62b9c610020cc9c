"""Every trap that the fields of a cable are known to set, each with its own test."""
