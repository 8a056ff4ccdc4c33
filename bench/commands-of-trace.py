#!/usr/bin/env python3
# How much of a build's time its commands took: commands-of-trace.py FILE, FILE written by `oot make --trace-file`.
# Prints milliseconds from the first event to the last, and those during which at least one command that is no make ran.
import json
import sys

events = json.load(open(sys.argv[1], encoding="utf-8"))
times = [event["ts"] for event in events]
open_events, spans = {}, []
for event in events:
    lane = event["pid"], event["tid"]
    if event["ph"] == "B":
        open_events.setdefault(lane, []).append(event)
    elif event["ph"] == "E":
        begin = open_events[lane].pop()
        words = str(begin.get("args", {}).get("command", "")).split()
        is_make = any(word.rsplit("/", 1)[-1] == "make" for word in words)
        if begin.get("cat") == "command" and not is_make:
            spans.append((begin["ts"], event["ts"]))
busy = end = 0
for start, stop in sorted(spans):
    busy += max(0, stop - max(start, end))
    end = max(end, stop)
print(f"{(max(times) - min(times)) / 1000:.1f} {busy / 1000:.1f}")
