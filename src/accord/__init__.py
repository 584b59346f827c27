"""Accord reads what governments say they agreed: who undertook what, how firmly, by when, in the exact words."""

__version__ = "0.1.0"
