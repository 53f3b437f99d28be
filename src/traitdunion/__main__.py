"""`python -m traitdunion` is the program."""

from traitdunion.cli import main

if __name__ == "__main__":
    main()
