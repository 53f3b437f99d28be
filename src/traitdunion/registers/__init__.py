"""The left wing: relations of any size, from files to a snapshot."""
