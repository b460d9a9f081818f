"""Texts that exist, their figures held against one another.

In: any paper that somebody wrote (`readers`). Out: findings, each at its figure: which relation a clause claims, and
what its operands give. Where it is not certain what is claimed, nothing is said.
"""
