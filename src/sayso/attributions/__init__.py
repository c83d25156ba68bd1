"""Reading to attributions: which source, cue and content belong together, and how they nest."""

from typing import TYPE_CHECKING

from sayso.lazily import from_homes

if TYPE_CHECKING:
    from sayso.attributions.finding import attributions_of, chain_of, outlet_voice

__all__ = ["attributions_of", "chain_of", "outlet_voice"]

__getattr__ = from_homes(
    __name__,
    {
        "attributions_of": "sayso.attributions.finding",
        "chain_of": "sayso.attributions.finding",
        "outlet_voice": "sayso.attributions.finding",
    },
)
