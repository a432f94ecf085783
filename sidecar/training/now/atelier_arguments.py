"""The trainer's arguments, of which the intervals can be asked; `vars()` of them shows what they were given."""

import argparse
import os
import sys

from atelier_interval import NEVER, Interval, Obedience

WANTED = ("save_every_n_steps", "sample_every_n_steps", "sample_every_n_epochs", "sample_prompts", "output_name")


def given(name):
    """An argument as it is, for a property beside it."""
    return lambda self: vars(self)[name], lambda self, value: vars(self).__setitem__(name, value)


def finish(sample):
    open_ones = [answer for answer in sample.record["answers"] if not answer["finished"]]
    for answer in open_ones:
        answer["finished"] = True
    if open_ones:
        sample.letters.write()


def watched(letters):
    """A class for the arguments of one run."""
    latest = {}

    def describe_save(step):
        args = latest["args"]
        # sd-scripts, train_util: STEP_FILE_NAME, STEP_STATE_NAME, DEFAULT_STEP_NAME.
        name = f"{'at' if args.output_name is None else args.output_name}-step{step:08d}"
        stem = os.path.abspath(os.path.join(args.output_dir, name))
        file = f"{stem}.{args.save_model_as}"
        state = f"{stem}-state" if args.save_state else None
        planned = step % (vars(args)["save_every_n_steps"] or NEVER) == 0
        # Nothing that is there is written over for a request: the next step has another name.
        if not planned and (os.path.exists(file) or (state and os.path.exists(state))):
            return None
        return {"file": file, "state": state}

    sample = Obedience("sample", letters, lambda _: {"finished": False})
    # The loop samples before it saves: when it asks about saving, the samples of the step are done.
    save = Obedience("save", letters, describe_save, lambda: finish(sample))
    save_steps, set_save_steps = given("save_every_n_steps")
    sample_steps, set_sample_steps = given("sample_every_n_steps")
    sample_epochs, set_sample_epochs = given("sample_every_n_epochs")

    def asked_save_steps(self):
        latest["args"] = self
        return Interval(save_steps(self), save)

    def asked_sample_steps(self):
        # Without prompts the trainer would end with an error.
        if not self.sample_prompts:
            sample.able(False)
            return sample_steps(self)
        return Interval(sample_steps(self), sample)

    def asked_sample_epochs(self):
        value = sample_epochs(self)
        # With an interval of epochs the trainer passes over single steps: for a requested one there is none.
        if value is None or not self.sample_prompts or sys._getframe(1).f_locals.get("epoch", 0) is not None:
            return value
        sample.able(True)
        return None if sample.pending() else value

    class Watched(argparse.Namespace):
        save_every_n_steps = property(asked_save_steps, set_save_steps)
        sample_every_n_steps = property(asked_sample_steps, set_sample_steps)
        sample_every_n_epochs = property(asked_sample_epochs, set_sample_epochs)

        def __reduce__(self):
            # To other processes they go as what they were.
            return argparse.Namespace, (), dict(vars(self))

    return Watched
