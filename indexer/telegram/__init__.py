"""The telegram itself, in whatever form it was published: text to the fields of a cable."""
