import { writeSync } from "node:fs";
import { isatty } from "node:tty";
import { systemCode } from "../../../host/studio-error.js";

const STDOUT = 1;
const STDERR = 2;
// Python's block for a stdout that is no terminal.
const BLOCK_BYTES = 8192;

/** Waits without the event loop: a full pipe whose reader is slow. */
const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** Writes all bytes. A closed pipe throws EPIPE, as Python's write does. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if (systemCode(error) !== "EAGAIN") throw error;
      pause(1);
    }
  }
}

/** The two streams as Python writes them: stderr at once, stdout in blocks unless PYTHONUNBUFFERED is set. */
export class Streams {
  readonly #direct: boolean;
  #waiting: Buffer[] = [];
  #bytes = 0;

  constructor(unbuffered: boolean) {
    this.#direct = unbuffered || isatty(STDOUT);
  }

  out(text: string): void {
    const bytes = Buffer.from(text);
    if (this.#direct) {
      writeAll(STDOUT, bytes);
      return;
    }
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes >= BLOCK_BYTES) this.flush();
  }

  err(text: string): void {
    writeAll(STDERR, Buffer.from(text));
  }

  flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#bytes = 0;
    writeAll(STDOUT, bytes);
  }
}
