import { useState } from "preact/hooks";
import { room, roomNames, selectedPath } from "../state/address.js";
import { pictures } from "../state/dataset.js";
import { openLineage } from "../state/lineage.js";
import { chooseLanguage, chooseTheme, isDark, language, words } from "../state/look.js";
import { panel } from "../state/panels.js";
import { plan } from "../state/plan.js";
import { catalog, readable } from "../state/plan-catalog.js";
import { goToField } from "../state/plan-fields.js";
import { showSweep, sweeps } from "../state/sweep.js";
import { planSweep } from "../state/sweep-draft.js";
import { beginTour } from "../state/tour.js";
import { listed, showRun } from "../state/training.js";
import { briefState } from "../state/training-words.js";
import { Dialog } from "./Dialog.js";

interface Found {
  title: string;
  kind: string;
  choose(): void;
}

const SHOWN = 12;
const keepInSight = (row: HTMLLIElement | null): void => row?.scrollIntoView({ block: "nearest" });

function everything(): Found[] {
  const { rooms, top, keys, dataset, choose, training, sweep, settings, tour } = words.value;
  const goTo = (["projects", ...roomNames] as const).map((name) => ({
    title: rooms[name],
    kind: "→",
    choose: () => (room.value = name),
  }));
  const commands: Found[] = [
    { title: top.openFolder, kind: "⌘", choose: () => (panel.value = "picker") },
    { title: keys.title, kind: "⌘", choose: () => (panel.value = "keys") },
    { title: settings.title, kind: "⌘", choose: () => (panel.value = "settings") },
    { title: words.value.machines.title, kind: "⌘", choose: () => (panel.value = "machines") },
    { title: tour.title, kind: "⌘", choose: beginTour },
    {
      title: choose.one.title,
      kind: "⌘",
      choose: () => {
        room.value = "tagging";
        panel.value = "onePicture";
      },
    },
    {
      title: top.themes[isDark.value ? "light" : "dark"],
      kind: "⌘",
      choose: () => chooseTheme(isDark.value ? "light" : "dark"),
    },
    {
      title: language.value === "en" ? "日本語" : "English",
      kind: "⌘",
      choose: () => chooseLanguage(language.value === "en" ? "ja" : "en"),
    },
  ];
  commands.push({ title: words.value.lineage.title, kind: "⌘", choose: () => openLineage("") });
  commands.push({ title: sweep.newSweep, kind: "⌘", choose: () => void planSweep() });
  const drawn = sweeps.value.map(({ id, name }) => ({ title: name, kind: rooms.sweep, choose: () => showSweep(id) }));
  const files = pictures.value.map(({ name, path }) => ({
    title: name,
    kind: dataset.wall,
    choose: () => {
      selectedPath.value = path;
      if (room.value !== "tagging" && room.value !== "captions") room.value = "dataset";
    },
  }));
  const parameters = (plan.value ? (catalog.value?.parameters ?? []) : []).map(({ name }) => ({
    title: `${readable(name)} · ${name}`,
    kind: rooms.planning,
    choose: () => goToField(name),
  }));
  const trained = listed.value.map((row) => ({
    title: `${row.name} · ${training.runNumber(row.id)} · ${briefState(row)}`,
    kind: rooms.training,
    choose: () => showRun(row.id),
  }));
  return [...goTo, ...commands, ...trained, ...drawn, ...files, ...parameters];
}

function Search() {
  const { finder } = words.value;
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const wanted = text.trim().toLowerCase();
  const found = everything()
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .slice(0, SHOWN);
  const choose = (index: number): void => {
    const entry = found[index];
    if (!entry) return;
    panel.value = null;
    entry.choose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen(Math.min(Math.max(chosen + step, 0), found.length - 1));
    if (event.key === "Enter") choose(chosen);
    if (step || event.key === "Enter") event.preventDefault();
  };
  return (
    <div>
      <input
        aria-label={finder.placeholder}
        placeholder={finder.placeholder}
        value={text}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setChosen(0);
        }}
      />
      <ul class="found">
        {found.map(({ title, kind }, index) => (
          <li key={`${kind}${title}`} ref={index === chosen ? keepInSight : null}>
            <button type="button" class={index === chosen ? "chosen" : ""} onClick={() => choose(index)}>
              <span class="muted">{kind}</span> {title}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="muted">{finder.nothing}</p>}
    </div>
  );
}

export function Finder() {
  return (
    <Dialog name="finder" title={words.value.top.find}>
      <Search />
    </Dialog>
  );
}
