"""Every public name, command, error and pack field is documented, and every public function shows an example."""

import argparse
import inspect
import re
from pathlib import Path

import pytest

import afgraph
from afgraph import errors
from afgraph.cli.main import _parser
from afgraph.packs.read_vocabulary import relation_types, schemas

DOCS = Path(__file__).resolve().parents[2] / "docs"
API = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
CLI = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
PACK = (DOCS / "reference" / "pack.md").read_text(encoding="utf-8")
PACKAGE = Path(afgraph.__file__).parent


def _methods(owner: type) -> list[str]:
    return [f"{owner.__name__}.{name}" for name in dir(owner) if not name.startswith("_")]


@pytest.mark.parametrize("name", [name for name in afgraph.__all__ if not name.startswith("_")])
def test_public_names_are_in_the_reference(name: str) -> None:
    assert f"`{name}" in API


@pytest.mark.parametrize(
    "name", [*_methods(afgraph.KnowledgeGraph), *_methods(afgraph.Resolver), *_methods(afgraph.Pack)]
)
def test_public_methods_are_in_the_reference(name: str) -> None:
    assert name.split(".")[1] in API


@pytest.mark.parametrize("name", sorted(vars(errors)))
def test_errors_are_in_the_reference(name: str) -> None:
    error = getattr(errors, name)
    if inspect.isclass(error) and issubclass(error, Exception):
        assert f"`{name}`" in API
        assert name in afgraph.__all__


def _commands(parser: argparse.ArgumentParser, prefix: str = "") -> dict[str, argparse.ArgumentParser]:
    """The commands by name, those below a command (`pack check`) in its place."""
    found: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                found |= _commands(command, f"{prefix}{name} ") or {f"{prefix}{name}": command}
    return found


COMMANDS = _commands(_parser())


def test_commands_below_a_command_are_found() -> None:
    assert {"demo", "pack check", "pack diff"} <= set(COMMANDS)
    assert "pack" not in COMMANDS


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_commands_and_their_options_are_in_the_reference(name: str) -> None:
    assert f"## afgraph {name}" in CLI
    for action in COMMANDS[name]._actions:
        for option in action.option_strings:
            assert option in CLI


@pytest.mark.parametrize("name", sorted(name for name in COMMANDS if " " in name))
def test_the_section_of_a_command_below_a_command_names_all_its_options(name: str) -> None:
    [section] = re.findall(rf"## afgraph {name}\b.*?(?=\n## |\Z)", CLI, re.DOTALL)
    options = {option for action in COMMANDS[name]._actions for option in action.option_strings}
    assert {option for option in options - {"-h", "--help"} if option not in section} == set()


def test_pack_fields_are_in_the_reference() -> None:
    readers = [PACKAGE / "packs" / name for name in ("read_entity.py", "read_source.py", "read_claim.py")]
    asked = r'fields\.(?:text|texts|required|choice|number|interval|date_text|at)\("(\w+)"'
    fields = {field for path in readers for field in re.findall(asked, path.read_text(encoding="utf-8"))}
    assert len(fields) > 20
    assert [field for field in sorted(fields) if f"`{field}`" not in PACK] == []


def test_relations_and_schemas_are_explained() -> None:
    assert [each.id for each in schemas().values() if not each.note] == []
    assert [each.id for each in relation_types().values() if not each.note] == []


@pytest.mark.parametrize(
    "owner", [afgraph.KnowledgeGraph, afgraph.Resolver, afgraph.Pack], ids=lambda owner: owner.__name__
)
def test_public_methods_show_an_example(owner: type) -> None:
    methods = {name: value for name, value in inspect.getmembers(owner, inspect.isfunction) if name[0] != "_"}
    without = [name for name, value in methods.items() if ">>>" not in (value.__doc__ or "")]
    assert without in ([], ["entity", "resolve_in"])
