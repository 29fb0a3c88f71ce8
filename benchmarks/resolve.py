"""How well names are resolved and told apart, on the development sets; against peers if wanted.

    python benchmarks/resolve.py DIR... [--peers] [--limit N] [--errors FILE] [--markdown FILE] [--save FILE] [--langs]

Each DIR holds sets at any depth: resolver sets (a folder with gazetteer.jsonl and queries.tsv) and labelled pairs
(pairs.csv, gold_pairs_dev.tsv, probe.tsv, closed_world.tsv, pairs_hard.tsv). The resolver is told ids and names only.
PYTHONPATH=FOLDER measures the version of afgraph in that folder.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))  # this folder's modules, when run as a script

from benchmarks import pairs, peers, product
from benchmarks.product import Asked
from benchmarks.report import (
    KIND_HEAD,
    PEER_HEAD,
    SET_HEAD,
    Report,
    decided_row,
    kind_rows,
    mean_rows,
    peer_row,
    set_rows,
)
from benchmarks.sets import ResolverSet, find_files, find_sets, read_set

NOTE = (
    "A peer's F1 is the best over all thresholds, picked on the very set: optimistic for the peer. Its false accepts "
    "are those at that threshold. Peers but logic-v2 read names through Unidecode. Times are mean CPU per query."
)


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="how well names are resolved and told apart")
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR", help="where the sets are, at any depth")
    parser.add_argument("--peers", action="store_true", help="other ways of telling names in the same run")
    parser.add_argument("--limit", type=int, metavar="N", help="a sample of at most N queries or pairs of each set")
    parser.add_argument("--langs", action="store_true", help="tell the comparison of labelled pairs their languages")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write the queries decided wrongly, as TSV")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables to a file besides")
    parser.add_argument(
        "--save", type=Path, metavar="FILE", help="write every query with its candidates, as JSON lines"
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    told = options(arguments)
    absent = [str(folder) for folder in told.folders if not folder.is_dir()]
    sets = [read_set(folder, told.limit) for folder in find_sets(told.folders)]
    if absent or not (sets or pairs.read_pairs(told.folders)):
        print(f"no sets in {', '.join(absent or map(str, told.folders))}", file=sys.stderr)
        return 2
    report = Report()
    others = _others(report) if told.peers else []
    _pair_tables(report, told, others)
    asked = {each.name: product.ask(each) for each in sets}
    _write(told, sets, asked)
    _resolver_tables(report, sets, asked, others)
    if told.markdown:
        told.markdown.write_text("\n".join(report.lines), encoding="utf-8")
    return 0


def _others(report: Report) -> list[peers.Peer]:
    """The peers that can run; which ones can't is said."""
    found, lacking = peers.peers()
    for line in lacking:
        report.say(line)
    return found


def _write(told: argparse.Namespace, sets: Sequence[ResolverSet], asked: dict[str, list[Asked]]) -> None:
    """The files that hold single queries."""
    if told.save:
        with told.save.open("w", encoding="utf-8") as file:
            for each in sets:
                product.save(file, each.name, asked[each.name])
    if told.errors:
        lines = [product.ERROR_HEAD, *(line for each in sets for line in product.errors(each, asked[each.name]))]
        told.errors.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def _resolver_tables(
    report: Report, sets: Sequence[ResolverSet], asked: dict[str, list[Asked]], others: Sequence[peers.Peer]
) -> None:
    rows = [row for name, each in asked.items() for row in set_rows(name, each)]
    pooled = [each for answers in asked.values() for each in answers]
    if len(sets) > 1:
        scripts = set_rows("pooled", pooled)
        rows += [*scripts[1:], scripts[0]]
    report.table("Resolver", SET_HEAD, rows)
    report.table("By kind of name", KIND_HEAD, [row for name, each in asked.items() for row in kind_rows(name, each)])
    if not others:
        return
    report.say(NOTE)
    compared = list(_peer_rows(sets, asked, others))
    report.table("Resolver against peers", PEER_HEAD, [*compared, *mean_rows(compared)])


def _peer_rows(
    sets: Sequence[ResolverSet], asked: dict[str, list[Asked]], others: Sequence[peers.Peer]
) -> Iterator[list[object]]:
    """The rows of each set: afgraph by its decision, afgraph as a peer would be scored, then every peer."""
    for each in sets:
        answers = [one.answer for one in asked[each.name]]
        mean = 1000 * sum(one.seconds for one in asked[each.name]) / len(answers)
        yield decided_row(each.name, answers, mean)
        yield peer_row(each.name, "afgraph, best threshold", answers, mean)
        for peer in others:
            ranked, seconds = peers.ask(peer, each)
            yield peer_row(each.name, peer.name, ranked, 1000 * seconds / len(ranked))


def _pair_tables(report: Report, told: argparse.Namespace, others: Sequence[peers.Peer]) -> None:
    scorers = [pairs.Scorer(name="afgraph", score=product.same_name, decides=True), *map(_scorer, others)]
    scores, kinds = [], []
    for each in pairs.read_pairs(told.folders, told.limit):
        for scorer in scorers:
            scored = pairs.score_all(scorer, each, langs=told.langs)
            scores += pairs.score_rows(each, scorer, scored)
            kinds += pairs.kind_rows(each, scorer, scored)
    report.table("Labelled pairs", pairs.SCORE_HEAD, scores)
    report.table("Labelled pairs by kind, afgraph", pairs.KIND_HEAD, kinds)
    worlds = find_files(told.folders, "closed_world.tsv")
    report.table("Closed world", pairs.WORLD_HEAD, [pairs.world_row(path, by) for path in worlds for by in scorers])
    hard = find_files(told.folders, "pairs_hard.tsv")
    report.table("Hard pairs", pairs.HARD_HEAD, [pairs.hard_row(path, by) for path in hard for by in scorers])


def _scorer(peer: peers.Peer) -> pairs.Scorer:
    return pairs.Scorer(name=peer.name, score=lambda one, other, _: peer.score(one, other), decides=False)


if __name__ == "__main__":
    sys.exit(main())
