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


def is_verb(segment: Sequence[str], method: str) -> bool:
    """Return whether the last segment of a path, as words, names an action for a method."""
    if not segment:
        return False
    if segment[0] in _QUESTIONS or (method != "get" and segment[0] in _VERBS):
        return True
    alone = _QUERIES | _VERBS if method == "get" else _QUERIES | _DEEDS
    return len(segment) == 1 and segment[0] in alone
