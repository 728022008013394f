"""``parley show``: the brief of each story, or one item with its witnesses."""

from __future__ import annotations

from collections.abc import Sequence

import click

from parley.build import current_record
from parley.model.items import Aside, StoryItems
from parley.record import Store, open_store
from parley.show.brief import compose
from parley.show.cli import options


@click.command("show")
@click.argument("item", required=False)
@options.store
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "html"]),
    default="terminal",
    show_default=True,
    help="Where and how to print the brief; html is one self-contained file.",
)
@click.option("--all", "everything", is_flag=True, help="Every line, also what only looks like a disagreement.")
@click.option("--ids", is_flag=True, help="Ids in the tables too.")
def command(item: str | None, store: str, form: str, everything: bool, ids: bool) -> None:
    """Print the brief of every story, or ITEM with each passage that tells it.

    ITEM is an id from the brief, or its beginning: of a statement, event, figure, position, disagreement, name, report
    or story; or the number of a report. An id that a later report changed still works.
    """
    with open_store(store, create=False) as opened:
        record = current_record(opened, options.note)
        wanted = _find(opened, item) if item else None
    stories = [s for s in record.stories if wanted in (None, s.story.id)]
    if wanted and not stories:
        if form != "terminal":
            raise click.UsageError("one item is printed in the terminal only; leave --format out, or name a story")
        from parley.show.brief import terminal, witnesses

        witnesses.render(record, wanted, terminal.console())
    elif stories:
        _render(stories, record.aside, form, everything, ids)
    else:
        options.note("the record holds no story yet; `parley add` reads reports into it")


def _find(opened: Store, item: str) -> str:
    return opened.report(item) if item.strip("[]").isdigit() else opened.current_id(item)


def _render(stories: Sequence[StoryItems], aside: Sequence[Aside], form: str, everything: bool, ids: bool) -> None:
    briefs = [compose(s, everything=everything, aside=aside) for s in stories]
    if form == "html":
        from parley.show.brief import html

        told = [(b, s.reports) for b, s in zip(briefs, stories, strict=True)]
        click.echo(html.render_all(told), nl=False)
        return
    if form == "markdown":
        from parley.show.brief import markdown

        click.echo("\n".join(map(markdown.render, briefs)), nl=False)
        return
    from parley.show.brief import terminal

    console = terminal.console()
    if len(briefs) > 1:
        terminal.index(briefs, console)
    for brief in briefs:
        terminal.render(brief, console, ids=ids)
        console.print()
