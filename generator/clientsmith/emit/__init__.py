"""Makes the files of a client: views of the parts of an `Api`, printed by templates.

In: an `Api`, and the folder of templates. Out: the text of each file by its path, formatted as
black would.

| file | what it does |
|---|---|
| `artifacts`, `emitters` | a file that is not printed yet; the emitters, which make them |
| `package`, `client`, `resources`, `models`, `params` | an emitter each, of Python |
| `guides`, `coverage`, `runtime` | emitters of Markdown, of JSON and of copies |
| `distribution` | the files of a client that is a package of its own |
| `views` | the variables of each template |
| `values`, `render` | the values that templates can print; templates → text |
| `annotations`, `type_names`, `scalars`, `engine`, `imports` | types as Python |
| `format`, `fast_format`, `html_text` | source in black's style; descriptions as text |
| `bundled`, `runtime_modules`, `operation_modules` | the runtime's modules that a client needs |
"""
