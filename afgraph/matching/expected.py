"""The spellings that presses are expected to use for an entity: `af.spellings`."""

from afgraph.model import Entity
from afgraph.romanization.standards import Spelling, generate_spellings, romanize


def spellings(entity: Entity | str, *, lang: str | None = None, limit: int = 20) -> list[Spelling]:
    """The spellings that a press is expected to use, likeliest first, at most `limit` for each language.

    `entity` is an entity whose names hold phonemes, or a vocalised form as packs store it; `lang` the press's language
    (ISO 639-3: eng, tur, fra, deu, rus), all of them where it is `None`. An entity without phonemes is read through the
    lexicon of given names. Raises `UnknownStandardError` for another language, and `ValueError` for an entity whose
    vowels nobody has written down.

    >>> [str(each) for each in spellings("aḥmad masʿūd", lang="tur", limit=2)]
    ['Ahmed Mesud', 'Ahmet Mesud']
    """
    return generate_spellings(_vocalised(entity), lang=lang, limit=limit)


def _vocalised(entity: Entity | str) -> str:
    if isinstance(entity, str):
        return entity
    stored = next((name.phonemes for name in entity.names if name.phonemes), None)
    if stored is not None:
        return stored
    native = entity.native_name
    read = None if native is None else romanize(native, standard="ala-lc")
    if read is None or not read.vocalised:
        raise ValueError(
            f"{entity.name} [{entity.id}] has no phonemes, and its vowels are not in the lexicon; "
            "give the vocalised form, such as 'aḥmad masʿūd'"
        )
    return read.text
