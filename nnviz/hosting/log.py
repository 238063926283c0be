"""gunicorn's log: as it writes it, but errors are lines of JSON without anybody's data."""

from typing import Any

from gunicorn.glogging import Logger

from nnviz.hosting.error_lines import ErrorLines


class Log(Logger):  # type: ignore[misc]
    """What gunicorn logs with."""

    def setup(self, cfg: Any) -> None:
        """As gunicorn does, then with errors in JSON."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(ErrorLines(self.error_fmt, self.datefmt))
