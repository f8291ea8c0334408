"""The models of answers. Using one loads the module that it stands in, and no other."""
