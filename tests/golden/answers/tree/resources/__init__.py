"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .answers import Answers as Answers, AsyncAnswers as AsyncAnswers
    from .events import AsyncEvents as AsyncEvents, Events as Events
    from .jobs import AsyncJobs as AsyncJobs, Jobs as Jobs
    from .jobs_archive import AsyncJobsArchive as AsyncJobsArchive, JobsArchive as JobsArchive
    from .jobs_clock import AsyncJobsClock as AsyncJobsClock, JobsClock as JobsClock
    from .jobs_log import AsyncJobsLog as AsyncJobsLog, JobsLog as JobsLog
    from .jobs_report import AsyncJobsReport as AsyncJobsReport, JobsReport as JobsReport
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".answers": "Answers AsyncAnswers",
        ".events": "AsyncEvents Events",
        ".jobs": "AsyncJobs Jobs",
        ".jobs_archive": "AsyncJobsArchive JobsArchive",
        ".jobs_clock": "AsyncJobsClock JobsClock",
        ".jobs_log": "AsyncJobsLog JobsLog",
        ".jobs_report": "AsyncJobsReport JobsReport",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)
