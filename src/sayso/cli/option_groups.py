"""Options that go together, as one parameter of a command.

    @taking(how=listing(AfterNumber))
    def claims(*, how: Listing) -> None: ...

Typer reads a command's options from its signature: `taking` puts those of a group there, in the
place of the parameter, and hands the command the one value that the group makes of theirs.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

Command = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Group:
    """`options` are types as Typer takes them, with their defaults, by name; `make` is given
    their values by these names."""

    make: Callable[..., Any]
    options: dict[str, tuple[Any, Any]]

    def parameters(self) -> Iterator[inspect.Parameter]:
        """The options as parameters of a command."""
        for name, (annotation, default) in self.options.items():
            kind = inspect.Parameter.KEYWORD_ONLY
            yield inspect.Parameter(name, kind, default=default, annotation=annotation)


def taking(**groups: Group) -> Callable[[Command], Command]:
    """A command whose parameters of these names are made of a group's options."""

    def with_options(command: Command) -> Command:
        own = inspect.signature(command, eval_str=True)
        parameters: list[inspect.Parameter] = []
        for each in own.parameters.values():
            parameters += groups[each.name].parameters() if each.name in groups else (each,)

        @wraps(command)
        def run(**given: Any) -> None:
            made = {
                name: group.make(**{option: given.pop(option) for option in group.options})
                for name, group in groups.items()
            }
            command(**given, **made)

        run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in parameters}
        return run

    return with_options
