/** The versions after those of training: sweeps, projects, courses. What comes next is put at the end. An entry is never edited. */
export const sweepMigrations: readonly string[] = [
  // Sweeps: what was meant; its cells follow from that. Pictures by all that decides them, so that equal ones are drawn once;
  // what was seen of a picture by its content; votes on cells.
  `
  CREATE TABLE sweep (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    settings TEXT NOT NULL,
    facts TEXT NOT NULL,
    rounds TEXT,
    run INTEGER,
    folder TEXT,
    job INTEGER,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    meant INTEGER NOT NULL DEFAULT 0,
    problem TEXT,
    counts TEXT,
    picture TEXT,
    removed INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE sweep_lora (
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    placed INTEGER NOT NULL,
    PRIMARY KEY (folder, name)
  ) WITHOUT ROWID;
  CREATE TABLE sweep_batch (webui TEXT NOT NULL, shape TEXT NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (webui, shape)) WITHOUT ROWID;
  CREATE TABLE sweep_picture (
    key TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('drawn', 'wrong', 'failed')),
    content TEXT,
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    infotext TEXT,
    request TEXT NOT NULL,
    proof TEXT,
    problem TEXT,
    detail TEXT,
    webui TEXT,
    drawn TEXT NOT NULL,
    seconds REAL,
    own REAL,
    attempts INTEGER NOT NULL DEFAULT 1,
    revision INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX sweep_picture_content ON sweep_picture (content);
  CREATE INDEX sweep_picture_revision ON sweep_picture (revision);
  CREATE TABLE sweep_saved (name TEXT PRIMARY KEY, settings TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE sweep_evidence (
    content TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    statistics TEXT NOT NULL,
    looks BLOB NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE sweep_vote (
    id INTEGER PRIMARY KEY,
    sweep INTEGER NOT NULL REFERENCES sweep (id),
    ballot TEXT NOT NULL,
    paper INTEGER NOT NULL,
    keys TEXT NOT NULL,
    vote TEXT,
    voted INTEGER,
    UNIQUE (sweep, ballot, paper)
  );
  `,
  // What was written beside a published LoRA, so that exactly that can be taken back; null for nothing, or for what was.
  "ALTER TABLE published_lora ADD COLUMN written TEXT;",
  // Projects: a folder of pictures under a name of its own, with further folders that grew from it or where it lay before. The
  // key is the same on every machine it is taken to; `imported` is what was told of it there.
  `
  CREATE TABLE project (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    folder TEXT NOT NULL UNIQUE,
    created TEXT NOT NULL,
    archived TEXT,
    imported TEXT
  );
  CREATE TABLE project_folder (folder TEXT PRIMARY KEY, project INTEGER NOT NULL REFERENCES project (id)) WITHOUT ROWID;
  `,
  // Courses: what was wished of one and what it has begun; where its steps stand is looked up in the rooms and kept for lists.
  `
  CREATE TABLE journey (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project INTEGER NOT NULL REFERENCES project (id),
    folder TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'going', 'question', 'stopped', 'done')),
    options TEXT NOT NULL,
    notes TEXT NOT NULL,
    question TEXT,
    steps TEXT NOT NULL,
    queued INTEGER NOT NULL,
    position REAL NOT NULL,
    not_before TEXT,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
  );
  CREATE INDEX journey_project ON journey (project);
  CREATE TABLE journey_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    journey INTEGER NOT NULL REFERENCES journey (id),
    at TEXT NOT NULL,
    step TEXT,
    told TEXT NOT NULL
  );
  CREATE INDEX journey_log_journey ON journey_log (journey);
  `,
];
