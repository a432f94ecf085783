/** What `/sdapi/v1/progress` tells of the job at work. */
export interface JobState {
  job: string;
  started: number;
  /** Expected, in milliseconds. */
  lasts: number;
  steps: number;
  pictures: number;
}

const stamp = (): string => new Date().toISOString().slice(0, 19).replace(/[-T:]/g, "");

/** One job after the other, in the order in which they came (the WebUI's `queue_lock`). */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();
  #state: JobState | null = null;
  #interrupt: AbortController | null = null;
  /** Kept until the next job begins. */
  pressed: "interrupt" | "skip" | null = null;
  waiting = 0;
  /** Of the last job that began, as the real ones keep it when the job has ended. */
  timestamp = "0";

  get state(): JobState | null {
    return this.#state;
  }

  /** Runs `work` in its turn; its signal aborts when the job is interrupted. */
  async run<T>(
    describe: { steps: number; pictures: number; lasts: number },
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.waiting += 1;
    const turn = this.#last.then(async () => {
      this.waiting -= 1;
      const interrupt = new AbortController();
      this.#interrupt = interrupt;
      // `state.begin()` forgets an interruption that came before.
      this.pressed = null;
      this.timestamp = stamp();
      this.#state = { job: "scripts_txt2img", started: performance.now(), ...describe };
      try {
        return await work(interrupt.signal);
      } finally {
        this.#state = null;
        this.#interrupt = null;
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  press(button: "interrupt" | "skip"): void {
    this.pressed = button;
    this.#interrupt?.abort();
  }
}
