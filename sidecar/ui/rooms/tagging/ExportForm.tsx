import { useState } from "preact/hooks";
import type { Methods } from "../../../../protocol/generated/methods.js";
import { Problem } from "../../parts/Problem.js";
import { call, RequestError } from "../../rpc.js";
import { scan } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { preview, source } from "../../state/preview.js";

type Exported = Methods["tagging/export"]["result"];

const formats = ["json", "jsonl", "csv"] as const;

async function write(folder: string, file: string): Promise<Exported> {
  const { recursive, models, join, choice } = source.value;
  const format = formats.find((known) => file.toLowerCase().endsWith(`.${known}`)) ?? "jsonl";
  return call("tagging/export", {
    folder,
    file,
    format,
    ...(recursive ? { recursive } : {}),
    ...(models ? { models } : {}),
    ...(join ? { join } : {}),
    ...(choice ? { choice } : {}),
  });
}

/** The chosen tags of all pictures as one file, in the shapes kohya's scripts read. */
export function ExportForm() {
  const { choose } = words.value;
  const folder = scan.value?.folder;
  const [file, setFile] = useState("");
  const [outcome, setOutcome] = useState<Exported | RequestError | null>(null);
  if (folder === undefined || !preview.value?.scored) return null;
  const start = async (): Promise<void> => {
    try {
      setOutcome(await write(folder, file.trim() || `${folder}/tags.jsonl`));
    } catch (error) {
      if (error instanceof RequestError) setOutcome(error);
      else throw error;
    }
  };
  return (
    <details class="more">
      <summary>{choose.exportTitle}</summary>
      <div class="inline-form">
        <input
          aria-label={choose.exportFile}
          placeholder={`${folder}/tags.jsonl`}
          title={choose.exportFile}
          value={file}
          spellcheck={false}
          onInput={({ currentTarget }) => setFile(currentTarget.value)}
        />
        <button type="button" class="small" onClick={() => void start()}>
          {choose.exportStart}
        </button>
      </div>
      {outcome instanceof RequestError && <Problem error={outcome} />}
      {outcome && !(outcome instanceof RequestError) && (
        <p class="note green">{choose.exported(outcome.images, outcome.file)}</p>
      )}
    </details>
  );
}
