# The types of score.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.distance cimport Readings, Room, Tables
from afgraph.matching.pairing cimport Pairing
from afgraph.matching.profile cimport Linked, Links, Profile
from afgraph.matching.tally cimport Tally

@cython.final
cdef class Desk:
    cdef Pairing pairing
    cdef Room room

@cython.final
cdef class Scorer:
    cdef list desks
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
    cdef Tally tally

    cpdef Links further(self, Links links, dict costs)

    cdef Desk _desk(self, Py_ssize_t lefts)

    @cython.locals(lefts=Py_ssize_t, desk=Desk, pairing=Pairing, room=Room, at=Py_ssize_t)
    cdef list _scores(self, list query, list places, known, bint guess)

    @cython.locals(at=Py_ssize_t)
    cdef bint _lacks(self, Pairing pairing, Py_ssize_t lefts)

    @cython.locals(found=object)
    cdef Profile _profile(self, Py_ssize_t number)

    @cython.locals(found=object, other=Profile, given=object, cost=double, plain=double)
    cdef Linked _link(self, Links links, Py_ssize_t number, Room room)

    @cython.locals(root=double, most=double)
    cdef double _cost(self, Profile one, Profile other, Py_ssize_t number, Room room)

    @cython.locals(
        start=Py_ssize_t, lefts=Py_ssize_t, rights=Py_ssize_t, unlike=double, i=Py_ssize_t, j=Py_ssize_t, links=Links,
        mine=double, number=Py_ssize_t, linked=Linked, weight=double, place=Py_ssize_t, pair=Py_ssize_t,
    )
    cdef bint _pair(self, list query, Py_ssize_t at, Pairing pairing, Room room, bint guess)

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
        start=Py_ssize_t, lefts=Py_ssize_t, rights=Py_ssize_t, tally=Tally, place=Py_ssize_t, pair=Py_ssize_t,
        i=Py_ssize_t, j=Py_ssize_t, links=Links,
    )
    cdef double _weigh(self, list query, Py_ssize_t at, Pairing pairing, Room room, known, bint guess) except? -1e99

    @cython.locals(
        i=Py_ssize_t, j=Py_ssize_t, i_last=Py_ssize_t, j_last=Py_ssize_t, links=Links, further=Links,
        number=Py_ssize_t, one=Profile, other=Profile, beyond=Profile, linked=Linked, last=Linked, left_long=double,
        right_long=double, weight=double,
    )
    cdef _weigh_pair(self, list query, Py_ssize_t start, Pairing pairing, Py_ssize_t pair, Room room, bint guess)

    @cython.locals(tally=Tally, i=Py_ssize_t, j=Py_ssize_t, links=Links, further=Links, weight=double)
    cdef _weigh_rest(self, list query, Py_ssize_t start, Py_ssize_t rights, Pairing pairing, known)

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
