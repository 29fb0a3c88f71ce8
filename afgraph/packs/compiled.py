"""Contents as bytes and back: the compiled form of packs (MessagePack, typed, nothing executable)."""

from collections.abc import Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from afgraph.model import Claim, Contents, Entity, Lexeme, Source
from afgraph.packs.lazy import LazyMapping
from afgraph.packs.read_vocabulary import relation_types, schemas

if TYPE_CHECKING:
    import msgspec

_TITLES = "titles"
_KINDS: dict[str, type[Any]] = {"entities": Entity, "sources": Source, "claims": Claim, "lexicon": Lexeme}


def to_bytes(contents: Contents) -> bytes:
    """The contents as bytes, the vocabulary left out. Raises `ValueError` for text that is no Unicode."""
    import msgspec

    encode = msgspec.msgpack.encode
    parts: dict[str, Any] = {_TITLES: contents.titles}
    for name in _KINDS:
        values: Mapping[str, Any] = getattr(contents, name)
        parts[name] = {key: encode(value) for key, value in values.items()}
    return encode(parts)


def from_bytes(body: bytes | memoryview) -> Contents:
    """The contents that `to_bytes` wrote, each value decoded when it is asked for.

    Raises `ValueError` for anything else; a value of the wrong type raises it when it is asked for.
    """
    import msgspec

    try:
        parts = msgspec.msgpack.decode(body, type=dict[str, Any])
        encoded = {name: _checked(parts[name]) for name in _KINDS}
        titles = tuple(msgspec.convert(parts[_TITLES], list[str]))
    except (msgspec.DecodeError, RecursionError, KeyError, UnicodeDecodeError) as error:
        raise ValueError(f"no compiled pack: {error}") from None
    parts = {name: LazyMapping(values, partial(_decode, name)) for name, values in encoded.items()}
    return Contents(
        entities=parts["entities"],
        sources=parts["sources"],
        claims=parts["claims"],
        lexicon=parts["lexicon"],
        relations=relation_types(),
        schemas=schemas(),
        titles=titles,
    )


def _checked(encoded: object) -> dict[str, bytes]:
    if not isinstance(encoded, dict) or not {bytes}.issuperset(map(type, encoded.values())):
        raise KeyError("a part that holds no encoded values")
    return encoded


def _decode(name: str, body: bytes) -> Any:
    import msgspec

    try:
        return _decoder(name).decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError(f"no compiled {_KINDS[name].__name__}: {error}") from None


@cache
def _decoder(name: str) -> "msgspec.msgpack.Decoder[Any]":
    import msgspec

    return msgspec.msgpack.Decoder(_KINDS[name])
