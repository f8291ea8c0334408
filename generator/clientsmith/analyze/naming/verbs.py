"""Which words of a path are what is done, and not what it is done to."""

from __future__ import annotations

from collections.abc import Sequence

# Words that name a call wherever a path ends with them; but for a GET, whose phrases are mostly
# nouns (`/add-ons`), also where it ends with a phrase that they begin.
_VERBS = frozenset(
    (
        *("accept", "acknowledge", "activate", "add", "allocate", "analyze", "anonymize", "append"),
        *("apply", "approve", "assign", "associate", "attach", "authorize", "cancel", "clear"),
        *("clone", "compute", "confirm", "convert", "create", "deactivate", "deauthorize"),
        *("decline", "decode", "decrypt", "delete", "deny", "destroy", "detach", "disable"),
        *("disassociate", "disconnect", "dismiss", "duplicate", "enable", "encode", "encrypt"),
        *("evaluate", "execute", "expire", "extend", "finalize", "follow"),
        *("generate", "initialize", "initiate", "insert", "install", "invalidate"),
        *("merge", "migrate", "modify", "mute", "pause", "publish", "purge", "reactivate"),
        *("reassign", "rebuild", "recreate", "redeliver", "refresh", "regenerate", "register"),
        *("reject", "reload", "remove", "rename", "renew", "reopen", "reorder", "replay"),
        *("rerun", "resend", "reset", "resize", "resolve", "restart", "restore", "resume"),
        *("retrieve", "retry", "revert", "revoke", "rotate", "send", "set", "simulate", "start"),
        *("stop", "submit", "subscribe", "suspend", "synchronize", "terminate", "toggle"),
        *("unarchive", "unassign", "unblock", "undelete", "undo", "unfollow", "uninstall"),
        *("unlink", "unlock", "unmute", "unpause", "unpin", "unpublish", "unregister"),
        *("unsubscribe", "update", "validate", "verify", "void"),
    )
)
# Words that are nouns too: they do so alone, with a method that is about doing.
_DEEDS = frozenset(
    (
        *("archive", "block", "capture", "change", "check", "close", "complete", "connect", "copy"),
        *(
            "edit",
            "end",
            "exchange",
            "fail",
            "invite",
            "join",
            "kill",
            "leave",
            "link",
            "list",
            "lock",
        ),
        *("login", "logout", "mark", "move", "open", "pin", "play", "preview", "process"),
        *("promote", "provision", "prune", "pull", "push", "query", "reboot", "redeem", "refund"),
        *("release", "replace", "return", "rollback", "run", "save", "scale", "share", "shutdown"),
        *("sign", "swap", "switch", "sync", "transfer", "trigger", "unshare", "upgrade", "write"),
    )
)
# Nouns that do so with a GET too.
_QUERIES = frozenset(("count", "download", "export", "import", "search", "upload"))
# Words that ask, with a GET as with a POST, and begin phrases.
_QUESTIONS = frozenset(("fetch", "find", "get", "lookup"))


# Those that clients whose names are older than them do without (see `identifiers.rules`).
_MORE_VERBS = frozenset(
    (
        *("ask", "bulk", "give", "make", "mark", "pick", "propose", "recognize", "reconstruct"),
        *("recycle", "refuse", "resubmit", "skip"),
    )
)
_MORE_DEEDS = frozenset(
    (
        *("ban", "bookmark", "commit", "compact", "crop", "deploy", "echo", "fork", "hide", "init"),
        *("like", "load", "next", "notify", "patch", "pay", "ping", "poll", "previous", "read"),
        *("redo", "remix", "repeat", "rewind", "seek", "setup", "shuffle", "silence", "snooze"),
        *("split", "star", "store", "test", "unban", "undeploy", "unhide", "unlike", "unstar"),
        *("vote", "wake"),
    )
)


def is_verb(segment: Sequence[str], method: str, *, more: bool = True) -> bool:
    """Return whether the last segment of a path, as words, names an action for a method.

    Args:
        segment: The words.
        method: The HTTP method.
        more: Whether the words of `_MORE_VERBS` and `_MORE_DEEDS` count.
    """
    if not segment:
        return False
    if more and method != "get":
        if segment[0] in _MORE_VERBS and (len(segment) > 1 or segment[0] not in ("bulk", "mark")):
            return True
        if len(segment) == 1 and segment[0] in _MORE_DEEDS:
            return True
    if segment[0] in _QUESTIONS or (method != "get" and segment[0] in _VERBS):
        return True
    alone = _QUERIES | _VERBS if method == "get" else _QUERIES | _DEEDS
    return len(segment) == 1 and segment[0] in alone
