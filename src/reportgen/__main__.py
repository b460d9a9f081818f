"""`python -m reportgen`."""

from reportgen.cli import main

if __name__ == "__main__":  # processes that build inputs side by side import this module too
    main()
