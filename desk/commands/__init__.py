"""The subcommands of the command line, a file each; ``desk.__main__`` dispatches."""
