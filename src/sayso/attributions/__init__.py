"""Reading to attributions: which source, cue and content belong together, and how they nest."""

from sayso.attributions.finding import attributions_of, chain_of, outlet_voice

__all__ = ["attributions_of", "chain_of", "outlet_voice"]
