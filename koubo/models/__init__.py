"""The nouns of a call: frozen attrs classes with checks of form; no thresholds and no verdicts."""
