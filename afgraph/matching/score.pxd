# The types of score.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.distance cimport Readings, Tables
from afgraph.matching.pairing cimport Pairing

@cython.final
cdef class Profile:
    cdef readonly object word
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
    cdef frozenset heads
    cdef const unsigned char[::1] firsts
    cdef const unsigned char[::1] lacking
    cdef const unsigned char[::1] ends
    cdef tuple spoken
    cdef Readings heard

    @cython.locals(found=Readings)
    cdef Readings readings(self)

@cython.final
cdef class Linked:
    cdef double cost
    cdef double plain
    cdef int listed
    cdef double head
    cdef double ending
    cdef double heard
    cdef double written

@cython.final
cdef class Links:
    cdef Profile mine
    cdef double weight
    cdef dict costs
    cdef dict known
    cdef dict joined

@cython.final
cdef class Scorer:
    cdef object listed
    cdef list profiles
    cdef const unsigned int[::1] starts
    cdef const unsigned int[::1] named
    cdef const double[::1] weights
    cdef const double[::1] factors
    cdef Readings heard
    cdef Tables tables
    cdef Py_ssize_t room
    cdef Py_ssize_t widest
    cdef double unlike
    cdef double merge
    cdef double swapped
    cdef double spelled
    cdef double telling
    cdef double middle
    cdef double common
    cdef double most_matched
    cdef double enough
    cdef double one_word
    cdef double lapse
    cdef double brief
    cdef double long

    cpdef Links further(self, Links links, dict costs)

    @cython.locals(lefts=Py_ssize_t, pairing=Pairing, room="double[::1]", at=Py_ssize_t)
    cdef list _scores(self, list query, list places, known, bint guess)

    @cython.locals(at=Py_ssize_t)
    cdef bint _lacks(self, Pairing pairing, Py_ssize_t lefts)

    @cython.locals(found=object)
    cdef Profile _profile(self, Py_ssize_t number)

    @cython.locals(found=object, other=Profile, given=object, cost=double, plain=double)
    cdef Linked _link(self, Links links, Py_ssize_t number, double[::1] room)

    @cython.locals(root=double, most=double)
    cdef double _cost(self, Profile one, Profile other, Py_ssize_t number, double[::1] room)

    @cython.locals(
        start=Py_ssize_t, lefts=Py_ssize_t, rights=Py_ssize_t, unlike=double, i=Py_ssize_t, j=Py_ssize_t, links=Links,
        mine=double, number=Py_ssize_t, linked=Linked, weight=double, place=Py_ssize_t, pair=Py_ssize_t, known=object,
    )
    cdef bint _pair(self, list query, Py_ssize_t at, Pairing pairing, double[::1] room, bint guess)

    @cython.locals(lefts=Py_ssize_t, before=Py_ssize_t, i=Py_ssize_t, j=Py_ssize_t)
    cdef _merge(self, list query, Py_ssize_t start, Py_ssize_t rights, Pairing pairing)

    @cython.locals(one=Links, two=Links, number=Py_ssize_t, word=Profile)
    cdef _join(self, list query, Py_ssize_t start, Py_ssize_t i, Py_ssize_t j, Pairing pairing)

    @cython.locals(links=Links, number=Py_ssize_t, second=Py_ssize_t, one=Profile, two=Profile)
    cdef _split(self, list query, Py_ssize_t start, Py_ssize_t i, Py_ssize_t j, Pairing pairing)

    @cython.locals(plain=double, cost=double, gain=double)
    cdef _add(
        self, tuple joined, Py_ssize_t i, Py_ssize_t j, Py_ssize_t left, Py_ssize_t right, double weight,
        Pairing pairing
    )

    @cython.locals(
        start=Py_ssize_t, lefts=Py_ssize_t, rights=Py_ssize_t, worst=double, slip=double, head=double, ending=double,
        total=double, paid=double, behind_abu=double, apart=double, longest=double, briefest=double, latin=double,
        other_script=double, sounding=double, together=bint, turned=bint, before_right=Py_ssize_t, crossed=int,
        kept=int, left_first=Py_ssize_t, left_last=Py_ssize_t, right_first=Py_ssize_t, right_last=Py_ssize_t,
        opening=double, closing=double, left_son=Py_ssize_t, right_son=Py_ssize_t, left_opens=Py_ssize_t,
        left_closes=Py_ssize_t, right_opens=Py_ssize_t, right_closes=Py_ssize_t, place=Py_ssize_t, pair=Py_ssize_t,
        i=Py_ssize_t, j=Py_ssize_t, i_last=Py_ssize_t, j_last=Py_ssize_t, whole=bint, links=Links, further=Links,
        number=Py_ssize_t, one=Profile, other=Profile, beyond=Profile, linked=Linked, last=Linked, cost=double,
        plain=double, weight=double, share=double, left_long=double, right_long=double, left=double, right=double,
        inside=double, second=double, elsewhere=double, complete=bint, replaced=double, matched=double, alone=bint,
        single=double, values="const double[::1]", found=double,
    )
    cdef double _weigh(self, list query, Py_ssize_t at, Pairing pairing, double[::1] room, known, bint guess) except? -1e99

    @cython.locals(links=Links)
    cdef bint _behind_abu(self, list query, Py_ssize_t start, Py_ssize_t at)

    @cython.locals(at=Py_ssize_t, profile=Profile, links=Links)
    cdef Py_ssize_t _son(self, list query, Py_ssize_t start, Py_ssize_t count)

    @cython.locals(step=Py_ssize_t, at=Py_ssize_t, weight=double, links=Links)
    cdef Py_ssize_t _tells(self, list query, Py_ssize_t start, Py_ssize_t count, int last)

    @cython.locals(alike=bint, same=bint, longest=Py_ssize_t)
    cdef _look(self, Linked linked, Profile one, Profile other)

    @cython.locals(best=double, found=bint, i=Py_ssize_t, j=Py_ssize_t, cost=double)
    cdef double _head(self, Profile one, Profile other)

    @cython.locals(i=Py_ssize_t, j=Py_ssize_t)
    cdef double _ending(self, Profile one, Profile other)

cdef bint _may_join(Profile first, Profile second, Profile word)

@cython.locals(size=Py_ssize_t, at=Py_ssize_t)
cdef bint _swapped(str one, str other)
