import { useState } from "preact/hooks";
import { Problem } from "../../parts/Problem.js";
import { call, RequestError } from "../../rpc.js";
import { words } from "../../state/look.js";

/** Starts TensorBoard over a run's event files, then leads to it: what opens by itself, browsers block. */
export function BoardButton({ id }: { id: number }) {
  const { training: said } = words.value;
  const [opening, setOpening] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const open = async (): Promise<void> => {
    setOpening(true);
    setError(null);
    try {
      setAddress((await call("training/tensorboard", { id })).address);
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      setError(thrown);
    } finally {
      setOpening(false);
    }
  };
  return (
    <div class="train-board">
      {address === null ? (
        <button type="button" class="small" disabled={opening} onClick={() => void open()}>
          {opening ? said.curves.openingBoard : said.curves.openBoard}
        </button>
      ) : (
        <>
          <a href={address} target="_blank" rel="noreferrer">
            {said.curves.boardHere}
          </a>
          <small class="muted">{said.curves.boardNote}</small>
        </>
      )}
      {error && <Problem error={error} />}
    </div>
  );
}
