"""``parley show``: the brief of each story, or one item with its witnesses."""

from __future__ import annotations

import click
from rich.console import Console

from parley.build import is_current, redo_stories
from parley.model.items import Record, StoryItems
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
)
@click.option("--all", "everything", is_flag=True, help="Every line, also what only looks like a disagreement.")
def command(item: str | None, store: str, form: str, everything: bool) -> None:
    """Print the brief of every story, or ITEM (an id from the brief) with each passage that tells it."""
    with open_store(store, create=False) as opened:
        record = _current(opened)
        wanted = opened.current_id(item) if item else None
    console = Console(highlight=False)
    stories = _chosen(record, wanted)
    if wanted and not stories:
        from parley.show.brief.witnesses import render as render_item

        render_item(record, wanted, console)
        return
    if not record.stories:
        options.note("the record holds no story yet; `parley add` reads reports into it")
    for story in stories:
        _render(story, form, everything, console)


def _current(opened: Store) -> Record:
    if not is_current(opened):
        options.note("finishing an `add` that was stopped")
        redo_stories(opened)
    return opened.record()


def _chosen(record: Record, wanted: str | None) -> list[StoryItems]:
    if wanted is None:
        return list(record.stories)
    return [s for s in record.stories if s.story.id == wanted]


def _render(story: StoryItems, form: str, everything: bool, console: Console) -> None:
    brief = compose(story, everything=everything)
    if form == "html":
        from parley.show.brief import html

        click.echo(html.render(brief, story.reports), nl=False)
    elif form == "markdown":
        from parley.show.brief import markdown

        click.echo(markdown.render(brief), nl=False)
    else:
        from parley.show.brief import terminal

        terminal.render(brief, console)
        console.print()
