# The types of pairing.py for Cython; without a compiler nobody reads them.
cimport cython

cdef int _MOST_WEIGHED
cdef double _LEAST_GAIN, _LEAST_PRICE

@cython.final
cdef class Pairing:
    cdef int[::1] left
    cdef int[::1] right
    cdef int[::1] left_two
    cdef int[::1] right_two
    cdef double[::1] cost
    cdef double[::1] plain
    cdef double[::1] weight
    cdef double[::1] gain
    cdef int[::1] order
    cdef int[::1] chosen
    cdef int[::1] tried
    cdef double[::1] rest
    cdef int[::1] left_used
    cdef int[::1] right_used
    cdef Py_ssize_t count
    cdef Py_ssize_t chosen_count
    cdef double best_gain
    cdef bint best_first
    cdef double[::1] left_price
    cdef double[::1] right_price
    cdef double[::1] left_gain
    cdef double[::1] right_gain

    @cython.locals(price=double, gain=double)
    cdef double least(self, Py_ssize_t i, Py_ssize_t j, bint left, bint right) noexcept

    @cython.locals(at=Py_ssize_t, pair=Py_ssize_t, share=double, price=double, i=int, j=int, gain=double)
    cdef bint price(self, Py_ssize_t lefts, Py_ssize_t rights) noexcept

    @cython.locals(at=Py_ssize_t)
    cdef void add(
        self, int left, int right, int left_two, int right_two, double cost, double plain, double weight, double gain
    ) noexcept

    @cython.locals(at=Py_ssize_t, pair=Py_ssize_t)
    cdef void choose(self, Py_ssize_t lefts, Py_ssize_t rights) noexcept

    @cython.locals(
        at=Py_ssize_t, gain=long, i=int, j=int, place=Py_ssize_t, other=Py_ssize_t, before=double, apart=int,
        here=int,
    )
    cdef void _sort(self) noexcept

    @cython.locals(at=Py_ssize_t, kept=Py_ssize_t, pair=Py_ssize_t)
    cdef void _take_best_first(self, Py_ssize_t lefts, Py_ssize_t rights) noexcept

    @cython.locals(at=Py_ssize_t, total=double)
    cdef void _take_best_together(self) noexcept

    @cython.locals(place=Py_ssize_t, pair=Py_ssize_t)
    cdef void _try(self, Py_ssize_t at, double gained, Py_ssize_t depth) noexcept

    @cython.locals(i=Py_ssize_t, j=Py_ssize_t)
    cdef bint _free(self, Py_ssize_t pair) noexcept

    @cython.locals(i=Py_ssize_t, j=Py_ssize_t)
    cdef void _use(self, Py_ssize_t pair, int used) noexcept

    @cython.locals(at=Py_ssize_t, pair=Py_ssize_t, place=Py_ssize_t)
    cdef void _sort_chosen(self) noexcept
