"""The two files between the studio and a running trainer; each has one writer.

asked.json, by the studio:     {"save": {"number": 2, …}, "sample": null}
answered.json, by the trainer: {"save": {"able": true, "answers": [{"number": 1, "step": 3, "file": …, "state": null}]},
                                "sample": {"able": null, "answers": [{"number": 1, "step": 3, "finished": true}]}}
`able` is null until the trainer's loop has shown that it can be asked, or that it cannot.
"""

import json
import os


class Letters:
    def __init__(self, folder):
        self.asked_file = os.path.join(folder, "asked.json")
        self.answered_file = os.path.join(folder, "answered.json")
        self.seen = None
        self.numbers = {}
        self.answered = {kind: {"able": None, "answers": []} for kind in ("save", "sample")}
        self.unwritten = False

    def asked(self, kind):
        """The number of the latest request; 0 for none."""
        try:
            there = os.stat(self.asked_file)
        except OSError:
            return 0
        stamp = (there.st_mtime_ns, there.st_size, there.st_ino)
        if stamp != self.seen:
            with open(self.asked_file, encoding="utf-8") as file:
                document = json.load(file)
            self.numbers = {name: int(document[name]["number"]) for name in self.answered if document.get(name)}
            self.seen = stamp
        return self.numbers.get(kind, 0)

    def write(self):
        temporary = self.answered_file + ".tmp"
        try:
            with open(temporary, "w", encoding="utf-8") as file:
                json.dump(self.answered, file)
            os.replace(temporary, self.answered_file)
            self.unwritten = False
        except OSError:
            # On Windows while it is being read, or the disk is full: again at the next step.
            self.unwritten = True
