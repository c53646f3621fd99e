"""What can be said to the system is declared, permitted, handled and shown in Chinese."""

import inspect
from enum import StrEnum
from importlib import import_module

from app.access.permissions import Permission
from app.access.roles import MAY, Role
from app.handlers import HANDLERS
from app.kernel.commands import Command
from app.words import LABELS
from tests.architecture.house import load_all, module_of, sources

load_all()


def family(kind):
    """List a class and everything that grows from it."""
    return [kind, *(child for one in kind.__subclasses__() for child in family(one))]


COMMANDS = sorted(
    {
        one
        for one in family(Command)
        if not one.__subclasses__() and one.__module__.startswith("app.")
    },
    key=lambda one: one.__qualname__,
)


def test_a_command_has_a_handler():
    missing = {command.__qualname__ for command in COMMANDS if command not in HANDLERS}
    assert not missing, f"请在 app/handlers/ 里写明谁办理：{missing}"


def test_a_command_declares_its_permission_and_its_purpose():
    for command in COMMANDS:
        name = command.__qualname__
        assert isinstance(getattr(command, "needs", None), Permission), name
        said = command.__dict__.get("__doc__") or ""
        assert said, name
        assert not said.startswith(f"{name}("), f"一句话写明 {name} 做什么"


def test_a_command_cannot_change_on_its_way():
    assert COMMANDS
    assert all(command.__dataclass_params__.frozen for command in COMMANDS)


def test_every_permission_is_carried_by_a_role_of_a_person():
    carried = frozenset().union(*(may for role, may in MAY.items() if role is not Role.SYSTEM))
    assert set(Permission) <= carried


def enums():
    """Yield the enums a person may meet: those of the features, not of the kernel."""
    for path in sources("app"):
        module = import_module(module_of(path))
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, StrEnum) and kind.__module__ == module.__name__:
                yield kind


INNER = {"Permission", "Reach"}  # never shown
SHOWN = [kind for kind in enums() if kind.__name__ not in INNER]


def test_every_value_of_an_enum_has_its_word():
    for kind in SHOWN:
        labels = LABELS.get(kind)
        assert labels is not None, f"请在 app/words/ 里给 {kind.__qualname__} 写上中文"
        assert set(labels) == set(kind)
        assert all(label.strip() for label in labels.values())


def test_a_page_can_name_an_enum():
    """`said("Risk", …)` finds an enum by its name; tags, which every feature has, are not said so."""
    names = [kind.__name__ for kind in LABELS if kind.__name__ != "Tag"]
    assert len(names) == len(set(names)), sorted(names)
