/** One picture's scores by one model (or several joined): every label that reached 0.005, in label order. */
export interface TagScores {
  /** Indexes into the model's labels, rising. */
  labels: Uint32Array;
  /** 0–1, one for each of `labels`. */
  probabilities: Float32Array;
}

// What lies below is noise to every use of a tagger, and would be nine tenths of the space; as the single-precision number that models give.
const MIN_SCORE = Math.fround(0.005);

/** All a model's probabilities, in label order → those worth keeping. */
export function worthKeeping(probabilities: Float32Array): TagScores {
  const labels: number[] = [];
  for (let label = 0; label < probabilities.length; label += 1) {
    if ((probabilities[label] ?? 0) >= MIN_SCORE) labels.push(label);
  }
  return {
    labels: Uint32Array.from(labels),
    probabilities: Float32Array.from(labels, (label) => probabilities[label] ?? 0),
  };
}

/** 8 bytes a label: first all probabilities (float32), then all label numbers (uint32), in this machine's byte order. */
export function packScores({ labels, probabilities }: TagScores): Uint8Array {
  const packed = new Uint8Array(labels.length * 8);
  packed.set(new Uint8Array(probabilities.buffer, probabilities.byteOffset, probabilities.byteLength));
  packed.set(new Uint8Array(labels.buffer, labels.byteOffset, labels.byteLength), labels.length * 4);
  return packed;
}

/** @throws RangeError when the bytes are not whole labels */
export function unpackScores(packed: Uint8Array): TagScores {
  // Typed arrays need an aligned start, which a view into a larger buffer need not have.
  const bytes = packed.byteOffset % 4 === 0 ? packed : Uint8Array.from(packed);
  const count = bytes.byteLength / 8;
  return {
    probabilities: new Float32Array(bytes.buffer, bytes.byteOffset, count),
    labels: new Uint32Array(bytes.buffer, bytes.byteOffset + count * 4, count),
  };
}

/** Scores as they came from another machine. @throws TypeError for what are none */
export function parseScores(value: unknown): TagScores {
  const { labels, probabilities } = Object(value);
  const areScores =
    labels instanceof Uint32Array && probabilities instanceof Float32Array && labels.length === probabilities.length;
  if (!areScores) throw new TypeError("no scores");
  return { labels, probabilities };
}
