"""One lexicon entry of a pack."""

from afgraph.model import Lexeme, LexemeKind
from afgraph.packs.fields import ID, Fields, check_id, plain_text
from afgraph.packs.nodes import Mapping, Node, Problems, Scalar, Sequence
from afgraph.packs.read_entity import check_language, is_name


def read_lexeme(key: Scalar, node: Mapping, problems: Problems) -> Lexeme:
    """The lexicon entry under `key`; what is wrong with it goes on `problems`."""
    fields = Fields(node, problems)
    if fields.node("kind") is None:
        problems.add(key.mark, "'kind' is missing")
    kind: LexemeKind = "generic"
    lexeme = Lexeme(
        id=check_id(key.text, key.mark, problems, ("lex",)),
        kind=fields.choice("kind", LexemeKind, kind),
        forms=_forms(fields.node("forms"), key, problems),
        means=_means(fields),
        note=fields.text("note"),
        origin=key.mark.origin,
    )
    fields.done()
    return lexeme


def _means(fields: Fields) -> str | None:
    """What it means: an id that must be defined, or plain words."""
    means = fields.text("means")
    if means is not None and ID.fullmatch(means):
        fields.named("means", "entity", "means")
    return means


def _forms(node: Node | None, key: Scalar, problems: Problems) -> tuple[tuple[str, str], ...]:
    if not isinstance(node, Mapping):
        problems.add(key.mark if node is None else node.mark, "'forms' must list at least one form under its language")
        return ()
    forms = []
    for lang, values in node.items:
        check_language(lang, problems)
        for value in values.items if isinstance(values, Sequence) else [values]:
            form = plain_text(value, problems, "a form")
            if form is not None and is_name(form, value.mark, problems):
                forms.append((lang.text, form))
    return tuple(forms)
