"""The `parley` command: a file a subcommand, imported only when it is called."""

from __future__ import annotations

import importlib
import os
import sys

import click

from parley.errors import ParleyError

COMMANDS = ("add", "remove", "undo", "show", "export", "annotate", "check", "evaluate")


class Commands(click.Group):
    """The subcommands, each imported from its own file when asked for, so that the command starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"parley.show.cli.{cmd_name}").command
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="parley")
def parley() -> None:
    """Read many news reports of one developing story and keep one sourced record of it."""


def main() -> None:
    """Run the command; a user's mistake is one line on stderr and exit code 1, an interruption exit code 130."""
    try:
        parley.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as mistake:
        mistake.show()
        sys.exit(mistake.exit_code)
    except ParleyError as fault:
        click.echo(f"parley: {fault}", err=True)
        sys.exit(1)
    except (KeyboardInterrupt, click.Abort):
        click.echo("parley: stopped; what was kept so far is safe, the same command goes on from there", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
