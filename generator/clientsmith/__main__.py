"""`python -m clientsmith`."""

from clientsmith.cli import main

if __name__ == "__main__":
    main()
