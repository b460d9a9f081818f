"""Vietnamese as a written language: letters, folding, sorting (`letters`), days in words (`days`). Pure functions."""
