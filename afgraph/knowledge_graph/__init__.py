"""The facade that users hold."""

from afgraph.knowledge_graph.graph import KnowledgeGraph, load

__all__ = ["KnowledgeGraph", "load"]
