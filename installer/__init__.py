"""What makes the files of the project that a program makes; not part of the desk."""
