# The types of reader.py for Cython; without a compiler nobody reads them.
cimport cython

cdef Py_ssize_t _MOST, _PAGE

@cython.final
cdef class Reader:
    cdef object rows
    cdef object script
    cdef Py_ssize_t orthographies
    cdef const unsigned char[::1] vocalised
    cdef const unsigned char[::1] geminates
    cdef const unsigned char[::1] kinds
    cdef const unsigned char[::1] sounds
    cdef const unsigned char[::1] ascii
    cdef const unsigned char[::1] graphs
    cdef const unsigned char[::1] plain
    cdef const int[::1] sounds_at
    cdef const int[::1] ways_at
    cdef const int[::1] graphs_at
    cdef const int[::1] places
    cdef const int[::1] gives
    cdef const int[::1] firsts
    cdef const double[::1] costs
    cdef dict known
    cdef dict others
    cdef dict numbers
    cdef Py_ssize_t letters
    cdef Py_ssize_t widest

    @cython.locals(
        size=Py_ssize_t, parts="unsigned char *", weighed=tuple, width=Py_ssize_t, letters=bytearray, room=bytearray,
        rows="unsigned char *", costs="double[128]", sizes="int[128]", lacks="char[128]",
        begins="Py_ssize_t[17]", numbers="Py_ssize_t[16]", count=Py_ssize_t, done=Py_ssize_t, number=Py_ssize_t,
        before=double, end=Py_ssize_t, each=tuple, shown=long,
    )
    cpdef list read(self, str word, lang)

    @cython.locals(
        kinds=int, shown=long, run=Py_ssize_t, longest=Py_ssize_t, at=Py_ssize_t, code=Py_UCS4, number=Py_ssize_t, base=Py_ssize_t, first=Py_ssize_t,
        rule=Py_ssize_t,
    )
    cdef long _shown(self, str word, unsigned char *parts, Py_ssize_t size)

    @cython.locals(bare=bint, key=tuple)
    cdef tuple _weighed(self, str word, lang, long shown)

    @cython.locals(begin=Py_ssize_t, end=Py_ssize_t, each=Py_ssize_t, place=int, stands=bint)
    cdef bint _fits(self, Py_ssize_t rule, unsigned char *parts, Py_ssize_t at, Py_ssize_t size) noexcept

    @cython.locals(
        at=Py_ssize_t, base=Py_ssize_t, letter=Py_ssize_t, first=Py_ssize_t, step=Py_ssize_t, ways=Py_ssize_t,
        rule=Py_ssize_t,
    )
    cdef Py_ssize_t _parsed(
        self, str word, unsigned char *parts, Py_ssize_t size, Py_ssize_t number, Py_ssize_t to
    )

    cdef list _other(self, str letter)

    @cython.locals(begin=Py_ssize_t, number=Py_ssize_t, count=Py_ssize_t, other=Py_ssize_t, first=Py_ssize_t, at=Py_ssize_t)
    cdef bint _again(self, unsigned char *parts, Py_ssize_t *begins, Py_ssize_t *numbers, Py_ssize_t done) noexcept

    @cython.locals(
        here=Py_ssize_t, count=Py_ssize_t, at=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t, row=Py_ssize_t
    )
    cdef Py_ssize_t _spelled(
        self, unsigned char *parts, Py_ssize_t begin, Py_ssize_t end, unsigned char *rows, Py_ssize_t width,
        double *costs, int *sizes,
    ) noexcept

    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t _sounding(self, Py_ssize_t way, unsigned char *rows, Py_ssize_t row, Py_ssize_t size) noexcept

    @cython.locals(
        there=Py_ssize_t, all_fit=bint, froms="Py_ssize_t[8]", ways="Py_ssize_t[8]", found=Py_ssize_t, row=Py_ssize_t,
        way=Py_ssize_t, cost=double, at=Py_ssize_t, size=Py_ssize_t, place=Py_ssize_t,
    )
    cdef Py_ssize_t _parting(
        self, Py_ssize_t first, Py_ssize_t last, Py_ssize_t here, Py_ssize_t count, unsigned char *rows,
        Py_ssize_t width, double *costs, int *sizes,
    ) noexcept

    @cython.locals(row=Py_ssize_t, size=Py_ssize_t, cost=double, lacking=bint, at=Py_ssize_t, place=Py_ssize_t)
    cdef Py_ssize_t _kept(
        self, Py_ssize_t end, Py_ssize_t number, double before, unsigned char *rows, Py_ssize_t width, double *costs,
        int *sizes, char *lacks, Py_ssize_t count,
    ) noexcept

@cython.locals(kept=Py_ssize_t, at=Py_ssize_t)
cdef Py_ssize_t _single(unsigned char *rows, Py_ssize_t row, Py_ssize_t size) noexcept

@cython.locals(at=Py_ssize_t)
cdef int _order(
    unsigned char *rows, Py_ssize_t one, Py_ssize_t one_size, Py_ssize_t other, Py_ssize_t other_size
) noexcept

@cython.locals(
    order="Py_ssize_t[8]", found=Py_ssize_t, row=Py_ssize_t, at=Py_ssize_t, other=Py_ssize_t, after=bint, turn=int,
    read=list, sounds=str,
)
cdef list _ranked(
    unsigned char *rows, Py_ssize_t width, double *costs, int *sizes, char *lacks, Py_ssize_t count
)
