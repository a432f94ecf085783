import { useState } from "preact/hooks";
import type { Methods } from "../../../../protocol/generated/methods.js";
import { Problem } from "../../parts/Problem.js";
import { call, RequestError } from "../../rpc.js";
import { words } from "../../state/look.js";

type Found = Methods["sweep/prune"]["result"];

/** Pictures that no sweep needs: named with their size first, then put aside, from where they can come back. */
export function PrunePictures() {
  const { sweepPrune: said, date } = words.value;
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const look = (): Promise<Found> => call("sweep/prune", { dryRun: true });
  const work = async (doing: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await doing();
      setFound(await look());
    } catch (failure) {
      if (!(failure instanceof RequestError)) throw failure;
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="sweep-prune">
      <p>
        <button type="button" class="small" disabled={busy} onClick={() => void work(async () => {})}>
          {said.look}
        </button>
      </p>
      {error && <Problem error={error} />}
      {found && (
        <div role="status">
          <p>{found.pictures === 0 ? said.nothing : said.found(found.pictures, found.bytes)}</p>
          <ul>
            {found.groups.map(({ sweep, name, pictures, bytes }) => (
              <li key={sweep}>{said.group(name, pictures, bytes)}</li>
            ))}
          </ul>
          {found.pictures > 0 && (
            <button type="button" disabled={busy} onClick={() => void work(() => call("sweep/prune", {}))}>
              {said.putAside(found.pictures)}
            </button>
          )}
          {found.held.length > 0 && <h4>{said.held}</h4>}
          <ul>
            {found.held.map(({ name, pictures, bytes, until }) => (
              <li key={name}>
                {said.heldUntil(pictures, bytes, date(until))}{" "}
                <button
                  type="button"
                  class="small"
                  disabled={busy}
                  onClick={() => void work(() => call("sweep/bringBack", { name }))}
                >
                  {said.bringBack}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
