# The types of score.py for Cython; without a compiler nobody reads them.
cimport cython
from afgraph.matching.scoring.desk cimport Desk
from afgraph.matching.words.distance cimport Tables
from afgraph.matching.words.readings cimport Readings
from afgraph.matching.scoring.facing cimport Facing, Joined
from afgraph.matching.words.likes cimport Likes
from afgraph.matching.scoring.pairing cimport Pairing
from afgraph.matching.scoring.profile cimport Links, Profile
from afgraph.matching.scoring.tally cimport Tally

cdef double _ROUNDED

@cython.final
cdef class Likely:
    cdef Py_ssize_t first, most
    cdef double hopeless, behind, unlikely

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
    cdef Py_ssize_t widest
    cdef double unlike
    cdef double merge

    cpdef Links further(self, Links links, Likes likes)

    @cython.locals(desk=Desk, scores=list, found=list, at=Py_ssize_t)
    cpdef list best(self, query, places, beside, Likely likely=?, bint slips=?)

    @cython.locals(best=double, least=double, at=Py_ssize_t, guess=double, place=Py_ssize_t)
    cdef list _left(self, Desk desk, list places, list guesses, Likely likely)

    cdef Py_ssize_t _words(self, Py_ssize_t at) noexcept

    @cython.locals(
        lefts=Py_ssize_t, at=Py_ssize_t, start=Py_ssize_t, rights=Py_ssize_t, j=Py_ssize_t, lacking=bint
    )
    cdef list _scores(self, Desk desk, list places, beside, bint guess)

    @cython.locals(lefts=Py_ssize_t, desk=Desk)
    cdef Desk _desk(self, list query, list places, bint slips)

    cdef _put_back(self, Desk desk)

    @cython.locals(at=Py_ssize_t)
    cdef bint _lacks(self, Pairing pairing, Py_ssize_t lefts) noexcept

    @cython.locals(
        pairing=Pairing, facing=Facing, unknown=Py_ssize_t, place=Py_ssize_t, pair=Py_ssize_t, one=Profile,
        other=Profile,
    )
    cdef bint _pair(self, Desk desk, Py_ssize_t lefts, Py_ssize_t rights, bint guess) except -1

    @cython.locals(
        pairing=Pairing, facing=Facing, unlike=double, unknown=Py_ssize_t, i=Py_ssize_t, mine=double, j=Py_ssize_t,
        column=Py_ssize_t, cell=Py_ssize_t, cost=double, weight=double, plain=double,
    )
    cdef Py_ssize_t _gather(self, Desk desk, Py_ssize_t lefts, Py_ssize_t rights) noexcept

    @cython.locals(
        pairing=Pairing, facing=Facing, unlike=double, found=bint, i=Py_ssize_t, j=Py_ssize_t, column=Py_ssize_t,
        weight=double, price=double,
    )
    cdef bint _find(self, Desk desk, Py_ssize_t lefts, Py_ssize_t rights) except -1

    @cython.locals(at=Py_ssize_t)
    cdef _find_in_order(self, Desk desk, Py_ssize_t lefts, Py_ssize_t rights)

    @cython.locals(facing=Facing, found=bint, i=Py_ssize_t, j=Py_ssize_t, column=Py_ssize_t)
    cdef bint _find_all(self, Desk desk, Py_ssize_t lefts, Py_ssize_t rights) except -1

    @cython.locals(pairing=Pairing, before=Py_ssize_t, priced=bint)
    cdef _merge(self, Desk desk, Py_ssize_t lefts, Py_ssize_t rights)

    @cython.locals(pairing=Pairing, i=Py_ssize_t, j=Py_ssize_t)
    cdef _merge_all(self, Desk desk, Py_ssize_t lefts, Py_ssize_t rights, bint priced)

    @cython.locals(facing=Facing, one=Profile, two=Profile, word=Profile, links=Links, weight=double, least=double, found=Joined)
    cdef _join(self, Desk desk, Py_ssize_t i, Py_ssize_t j, bint priced)

    @cython.locals(
        facing=Facing, first=Py_ssize_t, second=Py_ssize_t, one=Profile, two=Profile, word=Profile, links=Links,
        weight=double, least=double, found=Joined,
    )
    cdef _split(self, Desk desk, Py_ssize_t i, Py_ssize_t j, bint priced)

    @cython.locals(gain=double)
    cdef double _least(
        self, Desk desk, Py_ssize_t i, Py_ssize_t j, bint left, bint right, double weight
    ) noexcept

    @cython.locals(cost=double, gain=double)
    cdef _add(
        self, Joined joined, Py_ssize_t i, Py_ssize_t j, Py_ssize_t left, Py_ssize_t right, double weight,
        Pairing pairing
    )

    @cython.locals(
        facing=Facing, pairing=Pairing, tally=Tally, place=Py_ssize_t, pair=Py_ssize_t, i=Py_ssize_t, j=Py_ssize_t,
        one=Profile, other=Profile, mixed=bint,
    )
    cdef double _weigh(self, Desk desk, Py_ssize_t lefts, Py_ssize_t rights, known, bint guess) except? -1e99

    @cython.locals(
        facing=Facing, pairing=Pairing, tally=Tally, i=Py_ssize_t, j=Py_ssize_t, i_last=Py_ssize_t, j_last=Py_ssize_t,
        left_long=double, right_long=double, weight=double, one=Profile, cell=Py_ssize_t, head=double, heard=double,
        written=double,
    )
    cdef _weigh_pair(self, Desk desk, Py_ssize_t pair, bint guess)

    @cython.locals(facing=Facing, pairing=Pairing, tally=Tally, i=Py_ssize_t, j=Py_ssize_t, weight=double)
    cdef _weigh_rest(self, Desk desk, Py_ssize_t lefts, Py_ssize_t rights, known)
