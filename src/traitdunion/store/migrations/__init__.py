"""Steps of the memory from one version to the next."""
