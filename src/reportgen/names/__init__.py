"""Reads the names that official texts are made of: units, bodies, persons, days, places, lists.

As `quantity` reads figures: a text goes in, its parts come out with their places, each as a clerk writes it.
"""
