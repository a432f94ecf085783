import { useState } from "preact/hooks";
import { CopyButton } from "../rooms/training/CopyButton.js";
import { RequestError } from "../rpc.js";
import { words } from "../state/look.js";
import { type Sent, sendTo, targetsFor } from "../webui/send.js";
import type { WebuiTab } from "../webui/surroundings.js";
import { Problem } from "./Problem.js";

interface Props {
  sent: Sent;
  /** Label of a button that copies the text; none without it. */
  copy?: string;
  /** What goes in its place, asked for when a button is pressed; a sentence tells what the user has to know of it. */
  prepare?: () => Promise<{ text: string; note: string | null }>;
}

/** Sends a text or a picture to the tabs of the WebUI around us; without one, it says how a copied text is pasted there. */
export function SendButtons({ sent, copy, prepare }: Props) {
  const { send: said } = words.value;
  const [note, setNote] = useState<string | null>(null);
  const [problem, setProblem] = useState<RequestError | null>(null);
  const [busy, setBusy] = useState(false);
  const targets = targetsFor(sent);
  const press = async (tab: WebuiTab): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const prepared = tab === "pnginfo" ? undefined : await prepare?.();
      const took = await sendTo(tab, { ...sent, text: prepared?.text ?? sent.text });
      setNote(took ? (prepared?.note ?? null) : said.noPicture);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {copy !== undefined && sent.text !== null && <CopyButton text={sent.text} label={copy} />}
      {copy !== undefined && sent.isInfotext && targets.length === 0 && <small class="muted">{said.copyHint}</small>}
      <span class="send-to">
        {targets.length > 0 && said.to}
        {targets.map((tab) => (
          <button
            type="button"
            class="small"
            key={tab}
            aria-label={said.sendTo(said.tabs[tab])}
            disabled={busy || (sent.text === "" && tab !== "pnginfo")}
            onClick={() => void press(tab)}
          >
            {said.tabs[tab]}
          </button>
        ))}
      </span>
      {note && (
        <small class="amber" role="status">
          {note}
        </small>
      )}
      {problem && <Problem error={problem} />}
    </>
  );
}
