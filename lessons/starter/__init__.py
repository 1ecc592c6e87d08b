"""The lessons that a new site starts with."""

from lessons.starter import cases, modules, plans, registers


def load() -> str:
    """Add what is not there yet: registers, cases, plans, modules; translations follow."""
    registers.load()
    cases.load()
    added = plans.load()
    return f"{added} planuri de lecție, {modules.load()} module"
