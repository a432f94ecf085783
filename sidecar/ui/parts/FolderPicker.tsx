import { useEffect, useState } from "preact/hooks";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { folder } from "../state/address.js";
import { openFolder, recent } from "../state/dataset.js";
import { words } from "../state/look.js";
import { panel } from "../state/panels.js";
import { Dialog } from "./Dialog.js";
import { Problem } from "./Problem.js";

type Browsed = Methods["dataset/browse"]["result"];

function useBrowser() {
  const [browsed, setBrowsed] = useState<Browsed | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const browse = async (path?: string): Promise<void> => {
    try {
      setBrowsed(await call("dataset/browse", path === undefined ? {} : { folder: path }));
      setError(null);
    } catch (thrown) {
      if (thrown instanceof RequestError) setError(thrown);
    }
  };
  useEffect(() => {
    void browse(folder.value ?? undefined);
  }, []);
  return { browsed, error, browse };
}

function Recent({ choose }: { choose(path: string): void }) {
  if (recent.value.length === 0) return null;
  return (
    <>
      <h3>{words.value.dataset.recent}</h3>
      <ul class="folders short">
        {recent.value.map((path) => (
          <li key={path}>
            <button type="button" onClick={() => choose(path)}>
              {path}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Browser() {
  const { picker } = words.value;
  const { browsed, error, browse } = useBrowser();
  const [typed, setTyped] = useState<string | null>(null);
  const [moved, setMoved] = useState(false);
  // Only what the user did changes the field: a late answer must not come between what is typed or pasted.
  const path = typed ?? (moved ? browsed?.folder : folder.value) ?? "";
  const choose = (chosen: string): void => {
    openFolder(chosen);
    panel.value = null;
  };
  const go = (next: string): void => {
    setTyped(null);
    setMoved(true);
    void browse(next);
  };
  return (
    <form
      class="picker-form"
      onSubmit={(event) => {
        event.preventDefault();
        // As it stands in the field: Enter may come before what was typed last is drawn.
        const written = new FormData(event.currentTarget).get("path");
        const chosen = typeof written === "string" && written !== "" ? written : browsed?.folder;
        if (chosen !== undefined) choose(chosen);
      }}
    >
      <h2>{picker.title}</h2>
      <label>
        {picker.path}
        <input
          name="path"
          value={path}
          placeholder={browsed?.folder}
          spellcheck={false}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      {error && <Problem error={error} />}
      <Recent choose={choose} />
      <h3>{picker.folders}</h3>
      <ul class="folders">
        {browsed?.parent != null && (
          <li>
            <button type="button" onClick={() => go(browsed.parent ?? "/")}>
              ↑ {picker.up}
            </button>
          </li>
        )}
        {browsed?.folders.map(({ name, path: below }) => (
          <li key={below}>
            <button type="button" onClick={() => go(below)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <div class="dialog-buttons">
        <span class="muted">{browsed && typed === null && picker.images(browsed.images)}</span>
        <span class="space" />
        <button type="button" onClick={() => (panel.value = null)}>
          {picker.cancel}
        </button>
        {/* Never disabled: Enter does nothing then, and may come before what was typed is drawn. */}
        <button type="submit" class="primary">
          {picker.open}
        </button>
      </div>
    </form>
  );
}

export function FolderPicker() {
  return (
    <Dialog name="picker" title={words.value.picker.title}>
      <Browser />
    </Dialog>
  );
}
