# The types of profile.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.words.readings cimport Readings
from afgraph.matching.words.likes cimport Likes
from afgraph.matching.words.tokens cimport Token

cdef int _BITS
cdef unsigned long long _ONE

@cython.locals(found="unsigned long long")
cdef unsigned long long _mask(frozenset members) except? 0

@cython.locals(found="unsigned long long", told=bint, letter=long)
cdef tuple _heads_mask(frozenset heads)

@cython.locals(found="unsigned long long", letter=Py_UCS4)
cdef unsigned long long _letters_mask(str key) except? 0

@cython.locals(found=Py_ssize_t)
cdef Py_ssize_t _bits(unsigned long long mask) noexcept

@cython.locals(found="long long", letter=Py_UCS4, code="long long")
cdef long long _letters(str key) except -1

@cython.final
cdef class Profile:
    cdef readonly Token word
    cdef str key
    cdef str script
    cdef bint latin
    cdef bint abjad
    cdef bint initial
    cdef bint readable
    cdef bint son
    cdef bint father
    cdef Py_ssize_t length
    cdef double own
    cdef frozenset names
    cdef frozenset meanings
    cdef unsigned long long names_mask
    cdef unsigned long long meanings_mask
    cdef unsigned long long heads_mask
    cdef bint heads_told, heads_known
    cdef long long letters
    cdef unsigned long long letters_mask
    cdef Py_hash_t key_hash
    cdef Py_hash_t script_hash
    cdef tuple spoken
    cdef Readings heard
    cdef Py_ssize_t at

    cdef _know(self, Token word)

    cdef bint has_key(self, Profile word) except -1

    cdef bint has_script(self, Profile word) except -1

    cdef _know_heads(self)

    @cython.locals(size=Py_ssize_t, long=Py_ssize_t, least=Py_ssize_t, one=Py_ssize_t, other=Py_ssize_t)
    cdef Py_ssize_t differs(self, Profile word) except -1

    cdef bint means(self, Profile word) except -1

    cdef bint names_alike(self, Profile word) except -1

    cdef bint may_join(self, Profile second, Profile word) except -1

    @cython.locals(one=str, other=str, size=Py_ssize_t, at=Py_ssize_t)
    cdef bint swapped(self, Profile word) noexcept

@cython.final
cdef class Links:
    cdef Profile mine
    cdef double weight
    cdef Likes likes
    cdef readonly list written
    cdef dict joined
