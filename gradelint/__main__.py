"""`python -m gradelint` runs the command line."""

from gradelint.cli import main

main()
