"""Bytes to rows and back: workbooks and CSV, with the defences against bad files."""
