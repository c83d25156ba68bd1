"""Mentions to entities: who is who, inside a report and across reports."""

from sayso.entities.names import compare_names
from sayso.entities.resolving import Resolver
from sayso.entities.signals import NameMatch, Signal

__all__ = ["NameMatch", "Resolver", "Signal", "compare_names"]
