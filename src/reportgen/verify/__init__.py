"""Proves the bytes of finished papers before they are handed over.

In: bytes, and the tree that they were made from. Out: problems; none if every proof holds. The readers here share
nothing with the writers: they read the finished files as anybody would. The proofs stand in `proofs`: who only reads a
file does not load them.
"""
