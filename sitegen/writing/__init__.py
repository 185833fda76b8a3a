"""Writing keeps two whole trees, the site and a shadow beside it, and exchanges them once the new one is complete."""

from sitegen.writing.errors import ChangedMeanwhile, EnvironmentProblem
from sitegen.writing.listing import holds_drafts
from sitegen.writing.place import check_folder
from sitegen.writing.values import Written
from sitegen.writing.write import finish_interrupted, turn, write_tree

__all__ = [
    "ChangedMeanwhile", "EnvironmentProblem", "Written", "check_folder", "finish_interrupted", "holds_drafts", "turn",
    "write_tree",
]  # fmt: skip
