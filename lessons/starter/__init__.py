"""The lessons that a new site starts with."""

from lessons.starter import cases, modules, plans, registers


def load() -> str:
    """Add registers, case studies, plans and modules that are not there yet; translations follow."""
    registers.load()
    cases.load()
    added = plans.load()
    return f"{added} planuri de lecție, {modules.load()} module"
