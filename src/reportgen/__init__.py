"""Year-end reports of Vietnamese wards, communes and committees from one validated YAML file."""

__version__ = "0.2.0"
