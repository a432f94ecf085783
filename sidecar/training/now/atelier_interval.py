"""Numbers of steps that can be asked for: `global_step % interval == 0` is true once when a request is there."""

# No run has as many steps: where no interval is given, no step is a multiple.
NEVER = 2**62


def say(text):
    # The trainer's own lines begin so too: a bar may stand on the line.
    print(f"\nLoRA Atelier: {text}", flush=True)


class Obedience:
    """When one kind of request, `save` or `sample`, is obeyed."""

    def __init__(self, kind, letters, describe, at_each_step=lambda: None):
        self.kind = kind
        self.letters = letters
        self.describe = describe
        self.at_each_step = at_each_step
        self.record = letters.answered[kind]
        self.latest = -1
        self.number = 0
        # Of the step that is being worked at: it is no multiple.
        self.unplanned = False
        # Done on request: `save_last_n_steps` must not take them.
        self.kept = set()

    def able(self, is_able):
        if self.record["able"] is None:
            self.record["able"] = is_able
            self.letters.write()

    def pending(self):
        return self.record["able"] is not False and self.letters.asked(self.kind) > self.number

    def take(self, step):
        """Notes a request as obeyed at this step; False when this step cannot be the one."""
        answer = self.describe(step)
        if answer is None:
            return False
        # First in memory: what cannot be written must not be done again at each step.
        self.number = self.letters.asked(self.kind)
        self.kept.add(step)
        self.record["answers"].append({"number": self.number, "step": step, **answer})
        self.letters.write()
        say(f"{self.kind} at step {step}, as it was asked.")
        return True

    def remainder(self, step, rest):
        if step <= self.latest:
            # Not the loop's question, but the sum for what `save_last_n_steps` deletes; below 0 means nothing.
            return step + 1 if self.unplanned or step - rest in self.kept else rest
        self.latest = step
        self.unplanned = False
        self.able(True)
        self.at_each_step()
        if self.letters.unwritten:
            self.letters.write()
        # A step at which it comes anyway is the answer too.
        if not self.pending() or not self.take(step):
            return rest
        self.unplanned = rest != 0
        return 0


class Interval(int):
    """The divisor. Python asks it before the number on the left, as it is of a subclass."""

    def __new__(cls, value, obedience):
        made = super().__new__(cls, NEVER if value is None else value)
        made.obedience = obedience
        return made

    def __rmod__(self, step):
        rest = int.__rmod__(self, step)
        try:
            return self.obedience.remainder(step, rest)
        except Exception:
            return rest
