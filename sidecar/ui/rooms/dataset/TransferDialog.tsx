import { useRef, useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { NumberField } from "../../parts/NumberField.js";
import { Problem } from "../../parts/Problem.js";
import { pictures, scan } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import {
  addOffered,
  exportSet,
  incoming,
  offerFiles,
  sending,
  takeFrames,
  transferError,
  transferred,
  working,
} from "../../state/transfer.js";

const SHOWN = 30;

/** What the chosen files would add. */
function Offered() {
  const { transfer } = words.value;
  const shown = incoming.value;
  if (shown === null) return null;
  const renamed = shown.added.filter(({ name, place }) => name !== place);
  return (
    <>
      <p>{shown.files === 0 ? transfer.nothing : transfer.willCome(shown.files)}</p>
      <ul class="muted">
        {renamed.slice(0, SHOWN).map(({ name, place }) => (
          <li key={place}>{transfer.taken(name, place)}</li>
        ))}
        {shown.leftOut.slice(0, SHOWN).map(({ name, reason }) => (
          <li key={name} class="amber">
            {name}: {transfer.leftOut[reason]}
          </li>
        ))}
      </ul>
      {shown.files > 0 && (
        <button type="button" class="primary" disabled={working.value} onClick={() => void addOffered()}>
          {transfer.add(shown.files)}
        </button>
      )}
    </>
  );
}

function Add() {
  const { transfer } = words.value;
  const input = useRef<HTMLInputElement>(null);
  const sent = sending.value;
  return (
    <>
      <p>
        <button type="button" disabled={working.value} onClick={() => input.current?.click()}>
          {transfer.choose}
        </button>{" "}
        <span class="muted">{transfer.drop}</span>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={transfer.choose}
        accept="image/*,.txt,.caption,.zip"
        onChange={({ currentTarget }) => void offerFiles([...(currentTarget.files ?? [])])}
      />
      {sent && (
        <p role="status">
          <progress max={sent.total} value={sent.done} aria-label={transfer.choose} />{" "}
          {transfer.sending(sent.done, sent.total)}
        </p>
      )}
      <Offered />
    </>
  );
}

function Video() {
  const { transfer } = words.value;
  const [file, setFile] = useState("");
  const [every, setEvery] = useState(1);
  const [most, setMost] = useState(200);
  return (
    <details class="finding">
      <summary>{transfer.video}</summary>
      <label>
        {transfer.videoFile}
        <input type="text" value={file} onInput={({ currentTarget }) => setFile(currentTarget.value)} />
      </label>
      <div class="two-fields">
        <NumberField label={transfer.every} least={1} most={3600} value={every} onChange={setEvery} />
        <NumberField label={transfer.most} least={1} most={10_000} value={most} onChange={setMost} />
      </div>
      <p>
        <button
          type="button"
          disabled={working.value || file.trim() === ""}
          onClick={() => void takeFrames(file.trim(), every, most)}
        >
          {transfer.takeFrames}
        </button>
      </p>
    </details>
  );
}

function Export() {
  const { transfer } = words.value;
  const [to, setTo] = useState(`${scan.value?.folder ?? ""}.zip`);
  return (
    <details class="finding">
      <summary>{transfer.exportTitle}</summary>
      <label>
        {transfer.exportTo}
        <input type="text" value={to} onInput={({ currentTarget }) => setTo(currentTarget.value)} />
      </label>
      <p>
        <button type="button" disabled={working.value || to.trim() === ""} onClick={() => void exportSet(to.trim())}>
          {transfer.export(pictures.value.length)}
        </button>
      </p>
    </details>
  );
}

function Done() {
  const { transfer } = words.value;
  const done = transferred.value;
  if (done === null) return null;
  const sentence =
    done.kind === "added"
      ? transfer.added(done.files)
      : done.kind === "frames"
        ? transfer.frames(done.frames)
        : transfer.exported(done.pictures, done.captions, done.file);
  return (
    <p class="green" role="status">
      {sentence}
    </p>
  );
}

/** Pictures, captions and archives come in, the whole set goes out. */
export function TransferDialog() {
  const { transfer } = words.value;
  return (
    <Dialog name="transfer" title={transfer.title}>
      <h2>{transfer.title}</h2>
      <p class="muted">{transfer.note}</p>
      <Add />
      {transferError.value && <Problem error={transferError.value} />}
      <Done />
      <Video />
      {pictures.value.length > 0 && <Export />}
    </Dialog>
  );
}
