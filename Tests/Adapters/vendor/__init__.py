"""A small traceability platform of its own, to be held against the simulator's virtual peers.

It shares no code with the simulator: its cryptography is that of `cryptography` and `joserfc`, everything else stands
in this folder. Each of its faults (see `faults.py`) can be switched on by name.
"""
