"""The right wing: pure steps from noun to noun, one verb a file."""
