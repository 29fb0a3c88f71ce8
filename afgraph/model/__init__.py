"""What is known, as frozen values: entities and their names, sources and their claims, the vocabulary."""

from afgraph.model.claim import Claim, Modality, Polarity, Quantity
from afgraph.model.contents import Contents
from afgraph.model.entity import Entity, Name, NameKind, NameStatus
from afgraph.model.lexeme import Lexeme, LexemeKind
from afgraph.model.source import Source, SourceKind
from afgraph.model.vocabulary import RelationType, Schema, Sign, Stance, TimeKind

__all__ = [
    "Claim",
    "Contents",
    "Entity",
    "Lexeme",
    "LexemeKind",
    "Modality",
    "Name",
    "NameKind",
    "NameStatus",
    "Polarity",
    "Quantity",
    "RelationType",
    "Schema",
    "Sign",
    "Source",
    "SourceKind",
    "Stance",
    "TimeKind",
]
