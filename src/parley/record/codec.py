"""Dataclasses to JSON text and back, checked on the way in (pydantic at the edge, standard library inside)."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


_adapters: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def encode(value: object) -> str:
    """The value as JSON text; the same value always gives the same text."""
    return _adapter(type(value)).dump_json(value).decode()


def decode(kind: type[T], text: str) -> T:
    """The value of that kind from its JSON text. Raises pydantic.ValidationError where it does not fit."""
    value: T = _adapter(kind).validate_json(text)
    return value
