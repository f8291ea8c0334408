"""Yours: clientsmith makes this file once and never touches it again.

A public class here takes the place of the generated class of the same name.
"""
