"""The lessons that a new site starts with."""

from lessons.starter import cases, modules, paths, plans, registers


def load() -> str:
    """Add what is not there yet: registers, cases, plans, modules; translations follow."""
    registers.load()
    cases.load()
    added = plans.load()
    online = modules.load()
    return f"{added} planuri de lecție, {online} module, {paths.load()} parcursuri"
