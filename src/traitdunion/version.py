"""The version, kept with every result."""

VERSION = "0.1.0"
