"""Who is a party of his own, and who only speaks for a body."""

import pytest

from parley.text.offices import is_counsel, stands_alone


@pytest.mark.parametrize(
    ("roles", "body", "state", "apart"),
    [
        (["union president"], "Harbour Pilots' Union", False, True),
        (["leader of New Dawn"], "New Dawn", False, True),
        (["president"], "Farmers' League", False, True),
        (["opposition leader"], "Norland", True, True),
        (["spokesman for the union"], "Harbour Pilots' Union", False, False),
        (["chief executive"], "Harborline", False, False),
        (["the company's chief negotiator"], "Harborline", False, False),
        (["director"], "Mercy Hospital", False, False),
        (["foreign minister"], "Norland", True, False),
        (["leader"], "Norland", True, False),
        ([], "Norland", True, False),
    ],
)
def test_leaders_of_unions_and_parties_stand_alone(roles: list[str], body: str, state: bool, apart: bool) -> None:
    assert stands_alone(roles, body, state) is apart


def test_lawyers_are_not_their_clients() -> None:
    assert is_counsel(["defence lawyer"])
    assert not is_counsel(["minister of justice"])
