from typing_extensions import TypedDict


class CreateReportParams(TypedDict, total=False):
    verbose: bool
