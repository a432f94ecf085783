/** The versions after those of sets: plans, training runs, and the WebUIs that get their files. An entry is never edited. */
export const trainingMigrations: readonly string[] = [
  // Plans and presets by what they are; where folders of another machine lie here; how fast runs of this machine were.
  `
  CREATE TABLE training_plan (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folder TEXT,
    concept TEXT NOT NULL,
    family TEXT NOT NULL,
    plan TEXT NOT NULL,
    reasons TEXT NOT NULL,
    revision INTEGER NOT NULL,
    changed TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX training_plan_folder ON training_plan (folder, changed);
  CREATE TABLE plan_preset (name TEXT PRIMARY KEY, preset TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE path_mapping ("from" TEXT PRIMARY KEY, "to" TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE training_speed (
    run TEXT PRIMARY KEY,
    family TEXT NOT NULL,
    steps INTEGER NOT NULL,
    seconds_per_megapixel REAL NOT NULL
  ) WITHOUT ROWID;
  `,
  // Training runs: their own files lie in `runs/ID` of the state folder and tell what happened; this tells what was meant.
  `
  CREATE TABLE training_run (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    position REAL NOT NULL,
    meant TEXT NOT NULL,
    after_save INTEGER NOT NULL DEFAULT 0,
    queued TEXT NOT NULL,
    started TEXT,
    ended TEXT,
    outcome TEXT,
    revision INTEGER NOT NULL DEFAULT 1
  );
  CREATE INDEX training_run_waiting ON training_run (position) WHERE state = 'queued';
  CREATE TABLE training_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `,
  // WebUIs the user named, as they were written; those whose checkpoint we took off the graphics card, to be put back; LoRA
  // files put among a WebUI's own, whose names are not used again for anything else.
  `
  CREATE TABLE webui_address (url TEXT PRIMARY KEY, written TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE webui_debt (link TEXT PRIMARY KEY, title TEXT NOT NULL, since TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE published_lora (
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    run INTEGER,
    published TEXT NOT NULL,
    PRIMARY KEY (folder, name)
  ) WITHOUT ROWID;
  `,
];
