"""The nouns: frozen, validated at the door, without input or output."""
