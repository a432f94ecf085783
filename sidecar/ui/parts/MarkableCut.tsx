import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { call, RequestError } from "../rpc.js";
import type { Picture } from "../state/dataset.js";
import { words } from "../state/look.js";
import { CutFrame } from "./CutFrame.js";
import { MarkBox } from "./MarkBox.js";
import { Problem } from "./Problem.js";

interface MarkableCutOptions {
  picture: Picture;
  /** Width and height in which `keep` is meant. */
  size: readonly number[];
  keep: readonly number[];
  label: string;
  /** EXIF, 1–8, where `size` is the stored picture's; 1 where it is the upright one's. */
  orientation: number;
  subject: { box: number[]; by: "hand" | "check" } | null;
  /** Asked again after a mark: what is cut may be judged otherwise. */
  onMarked(): void;
  children: ComponentChildren;
}

/** A picture with what stays of it, on which the subject can be marked by hand. */
export function MarkableCut({
  picture,
  size,
  keep,
  label,
  orientation,
  subject,
  onMarked,
  children,
}: MarkableCutOptions) {
  const { subject: say } = words.value;
  const [marking, setMarking] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const mark = async (box: number[] | null): Promise<void> => {
    try {
      const [left = 0, top = 0, right = 1, bottom = 1] = box ?? [];
      await call("dataset/markSubject", { pictures: [picture.path], box: box && [left, top, right, bottom] });
      setMarking(false);
      setError(null);
      onMarked();
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      setError(thrown);
    }
  };
  return (
    <li class={marking ? "marking" : ""}>
      {marking ? (
        <MarkBox
          picture={picture}
          size={orientation >= 5 ? [...size].reverse() : size}
          box={subject?.box ?? null}
          marked={subject?.by === "hand"}
          onKeep={(box) => void mark(box)}
          onCancel={() => setMarking(false)}
        />
      ) : (
        <CutFrame
          picture={picture}
          size={size}
          keep={keep}
          label={label}
          orientation={orientation}
          subject={subject?.box ?? null}
        />
      )}
      {error && <Problem error={error} />}
      {children}
      {!marking && (
        <button
          type="button"
          class="quiet"
          aria-label={`${say.mark}: ${picture.name}`}
          onClick={() => setMarking(true)}
        >
          {say.mark}
        </button>
      )}
    </li>
  );
}
