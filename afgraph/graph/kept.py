"""Columns that are kept in a file from one run to the next; a file that cannot be used is written anew."""

import logging
from pathlib import Path

from afgraph.errors import DataError
from afgraph.graph.build import columns_of
from afgraph.graph.columns import Columns
from afgraph.graph.file import open_columns, save_columns
from afgraph.model import Contents

_log = logging.getLogger(__name__)


def kept_columns(contents: Contents, path: Path) -> Columns:
    """The columns of some contents, opened from a file where it holds them, else built and kept there.

    A file that is missing, damaged, or of other contents is written anew; one that cannot be written is left alone.
    """
    try:
        columns = open_columns(path, key=contents.key)
        if columns.claims == len(contents.claims):
            return columns
    except FileNotFoundError:
        pass
    except (DataError, OSError) as error:
        _log.info("kept columns are not used: %s", error)
    columns = columns_of(contents)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_columns(columns, path)
    except OSError as error:
        _log.info("columns are not kept: %s", error)
    return columns
