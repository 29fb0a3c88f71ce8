"""What a pack may hold and yet should not: rules, each with a code, and findings that can be accepted on purpose."""

from afgraph.packs.lint.finding import Finding, Severity
from afgraph.packs.lint.lint import lint_pack

__all__ = ["Finding", "Severity", "lint_pack"]
