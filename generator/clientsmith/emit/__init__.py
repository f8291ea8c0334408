"""Makes the files of a client: views of the parts of an `Api`, printed by templates.

In: an `Api`, and the folder of templates. Out: the text of each file by its path, formatted as
black would.
"""
