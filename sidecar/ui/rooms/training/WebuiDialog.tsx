import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { DialogEnd } from "../../parts/DialogEnd.js";
import { ErrorLine } from "../../parts/ErrorLine.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import {
  asking,
  chooseHandOver,
  chooseResults,
  connectWebui,
  disconnectWebui,
  memory,
  readWebuis,
  resultsFolder,
  type Webui,
  webuiError,
  webuis,
} from "../../state/webuis.js";

function Card({ webui }: { webui: Webui }) {
  const { webui: said } = words.value;
  const { id, kind, title, isHere, name, version, loraFolder, problem } = webui;
  return (
    <li class="train-card">
      <div class="train-head">
        <h3>{title}</h3>
        {kind === "address" && (
          <button
            type="button"
            class="small"
            disabled={asking.value}
            aria-label={said.disconnectNamed(title)}
            onClick={() => void disconnectWebui(id)}
          >
            {said.disconnect}
          </button>
        )}
      </div>
      <p>
        {[name, version].filter(Boolean).join(" ")}{" "}
        <span class="muted">{kind === "tab" ? said.tab : isHere ? said.here : said.elsewhere}</span>
      </p>
      {loraFolder !== null && <p class="muted">{said.loras(loraFolder)}</p>}
      {problem && (
        <p class="amber">
          <ErrorLine error={problem} />
        </p>
      )}
    </li>
  );
}

function Connect() {
  const { webui: said } = words.value;
  const [address, setAddress] = useState("");
  return (
    <form
      class="plan-map"
      onSubmit={(event) => {
        event.preventDefault();
        if (address.trim() !== "") void connectWebui(address.trim()).then(() => setAddress(""));
      }}
    >
      <label>
        {said.address}
        <input
          type="text"
          spellcheck={false}
          placeholder="http://127.0.0.1:7860"
          value={address}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={address.trim() === "" || asking.value}>
        {said.connect}
      </button>
    </form>
  );
}

function ResultsFolder() {
  const { webui: said } = words.value;
  const [folder, setFolder] = useState("");
  const known = resultsFolder.value;
  if (known === null) return null;
  const { automatic } = known;
  const choices = ["none", "last", "all"] as const;
  return (
    <section>
      <h3>{said.folderTitle}</h3>
      <p>
        {known.folder} <span class="muted">{said.folderOrigins[known.origin]}</span>
      </p>
      <form
        class="plan-map"
        onSubmit={(event) => {
          event.preventDefault();
          if (folder.trim() !== "") void chooseResults({ folder: folder.trim() }).then(() => setFolder(""));
        }}
      >
        <label>
          {said.folder}
          <input
            type="text"
            spellcheck={false}
            value={folder}
            onInput={({ currentTarget }) => setFolder(currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={folder.trim() === "" || asking.value}>
          {said.useFolder}
        </button>
        {known.origin === "chosen" && (
          <button type="button" disabled={asking.value} onClick={() => void chooseResults({ folder: null })}>
            {said.useWebuis}
          </button>
        )}
      </form>
      <label>
        {said.automatic}{" "}
        <select
          value={automatic}
          onChange={({ currentTarget }) => {
            const chosen = choices.find((choice) => choice === currentTarget.value);
            if (chosen) void chooseResults({ automatic: chosen });
          }}
        >
          {choices.map((choice) => (
            <option value={choice} key={choice}>
              {said.automaticChoices[choice]}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

function Inside() {
  const { webui: said, training } = words.value;
  useEffect(() => void readWebuis(), []);
  return (
    <>
      <h2>{said.title}</h2>
      <p class="muted">{said.note}</p>
      {webuiError.value && <Problem error={webuiError.value} />}
      {webuis.value === null && asking.value && <p role="status">{said.looking}</p>}
      {webuis.value?.length === 0 && <p>{said.none}</p>}
      <ul class="train-cards">
        {webuis.value?.map((webui) => (
          <Card webui={webui} key={webui.id} />
        ))}
      </ul>
      <Connect />
      {memory.value && (
        <label class="check">
          <input
            type="checkbox"
            checked={memory.value.enabled}
            onChange={({ currentTarget }) => void chooseHandOver(currentTarget.checked)}
          />
          {said.handOver}
        </label>
      )}
      <ResultsFolder />
      <DialogEnd close={training.close} />
    </>
  );
}

/** The WebUIs that are known, what they lend while something trains, and where LoRA files go. */
export function WebuiDialog() {
  return (
    <Dialog name="webui" title={words.value.webui.title}>
      <Inside />
    </Dialog>
  );
}
