"""Flat facts, made from models: what follows from the nouns without any norm."""
