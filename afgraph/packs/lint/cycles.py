"""Nodes of a graph that reach each other."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet


def components(targets: Mapping[str, AbstractSet[str]]) -> Iterator[set[str]]:
    """The sets of nodes that reach each other; a node alone only where it has an edge to itself.

    Tarjan's strongly connected components, without recursion.

    >>> list(map(sorted, components({"a": {"b"}, "b": {"a", "c"}, "c": set()})))
    [['a', 'b']]
    """
    search = _Search(targets)
    for node in sorted(targets):
        if node not in search.order:
            yield from search.walk(node)


class _Search:
    """The state of one search: when each node was met, how far back it reaches, who is open."""

    def __init__(self, targets: Mapping[str, AbstractSet[str]]) -> None:
        self.targets = targets
        self.order: dict[str, int] = {}
        self.lowest: dict[str, int] = {}
        self.open: list[str] = []
        self.is_open: set[str] = set()

    def walk(self, start: str) -> Iterator[set[str]]:
        """The components that are first met from `start`."""
        path = [(start, self._enter(start))]
        while path:
            node, rest = path[-1]
            following = next(rest, None)
            if following is None:
                path.pop()
                if path:
                    parent = path[-1][0]
                    self.lowest[parent] = min(self.lowest[parent], self.lowest[node])
                yield from self._leave(node)
            elif following not in self.order:
                path.append((following, self._enter(following)))
            elif following in self.is_open:
                self.lowest[node] = min(self.lowest[node], self.order[following])

    def _enter(self, node: str) -> Iterator[str]:
        self.order[node] = self.lowest[node] = len(self.order)
        self.open.append(node)
        self.is_open.add(node)
        return iter(sorted(self.targets.get(node, ())))

    def _leave(self, node: str) -> Iterator[set[str]]:
        """The component that `node` closes, if it is one with a cycle."""
        if self.lowest[node] != self.order[node]:
            return
        found = {self.open.pop()}
        while node not in found:
            found.add(self.open.pop())
        self.is_open -= found
        if len(found) > 1 or node in self.targets.get(node, ()):
            yield found
