"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .create_job_error import CreateJobError as CreateJobError
    from .fault import Fault as Fault
    from .job import Job as Job
    from .part import Part as Part
    from .problem import Problem as Problem
    from .ticket import Ticket as Ticket
    from .whole import Whole as Whole
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".create_job_error": "CreateJobError",
        ".fault": "Fault",
        ".job": "Job",
        ".part": "Part",
        ".problem": "Problem",
        ".ticket": "Ticket",
        ".whole": "Whole",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
