"""What any program of this kind pays at its start: PyYAML, click, and thirty small pydantic models."""

import click  # noqa: F401  # to import it is what is measured
import yaml  # noqa: F401
from pydantic import create_model

for number in range(30):
    create_model(f"Model{number}", a=(str, ...), b=(int | None, None), c=(tuple[str, ...], ()), d=(float, 0.0))
