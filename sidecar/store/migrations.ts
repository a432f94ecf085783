/**
 * The state's tables, one entry a schema version; an entry that has been released is never edited, only followed.
 * `change_step`/`file_change` are the journal, `job`/`job_item` the embedded job engine.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE change_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    job INTEGER
  );
  CREATE INDEX change_step_folder ON change_step (folder, id);
  CREATE TABLE file_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES change_step (id),
    path TEXT NOT NULL,
    before TEXT,
    after TEXT,
    target TEXT CHECK (target IN ('before', 'after')),
    conflict TEXT
  );
  CREATE INDEX file_change_step ON file_change (step);
  CREATE INDEX file_change_pending ON file_change (id) WHERE target IS NOT NULL;
  CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    params TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed')),
    message TEXT,
    seconds REAL NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    created TEXT NOT NULL
  );
  CREATE TABLE job_item (
    job INTEGER NOT NULL REFERENCES job (id),
    ordinal INTEGER NOT NULL,
    input TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'done', 'failed')),
    result TEXT,
    error TEXT,
    PRIMARY KEY (job, ordinal)
  ) WITHOUT ROWID;
  CREATE TABLE recent_folder (folder TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;
  `,
  // Scores are kept by what a picture contains, so that a rename or a copy loses none. The table has row ids, because
  // rows of kilobytes make a WITHOUT ROWID tree slow.
  `
  CREATE TABLE file_content (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified REAL NOT NULL,
    content TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX file_content_size ON file_content (size);
  CREATE TABLE score_model (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    labels TEXT NOT NULL
  );
  CREATE TABLE tag_score (
    content TEXT NOT NULL,
    model INTEGER NOT NULL REFERENCES score_model (id),
    scores BLOB NOT NULL,
    PRIMARY KEY (content, model)
  );
  CREATE TABLE tag_preset (name TEXT PRIMARY KEY, choice TEXT NOT NULL) WITHOUT ROWID;
  `,
  // Questions about tags that a person answered.
  `
  CREATE TABLE doubt_answer (
    folder TEXT NOT NULL,
    path TEXT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (folder, path, tag)
  ) WITHOUT ROWID;
  `,
  // How the bytes of a text file are written.
  `
  ALTER TABLE file_change ADD COLUMN before_encoding TEXT NOT NULL DEFAULT 'utf8';
  ALTER TABLE file_change ADD COLUMN after_encoding TEXT NOT NULL DEFAULT 'utf8';
  `,
  // `target` is where a file shall be, `flight` where it is under way to: what was begun is ended before it turns.
  `
  CREATE TABLE file_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES change_step (id),
    batch INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    destination TEXT NOT NULL,
    copy INTEGER NOT NULL,
    temporary TEXT NOT NULL,
    made TEXT,
    size INTEGER NOT NULL DEFAULT 0,
    modified REAL NOT NULL DEFAULT 0,
    content TEXT,
    done INTEGER NOT NULL DEFAULT 0,
    phase TEXT CHECK (phase IN ('first', 'second')),
    flight TEXT CHECK (flight IN ('before', 'after')),
    target TEXT CHECK (target IN ('before', 'after')),
    conflict TEXT
  );
  CREATE INDEX file_move_step ON file_move (step);
  CREATE INDEX file_move_batch ON file_move (batch);
  CREATE INDEX file_move_pending ON file_move (id) WHERE target IS NOT NULL OR flight IS NOT NULL;
  `,
  // Steps stand on one another, so that a state that was left can be gone back to; a point names one. `held` texts wait
  // for the user to save. `undone` counts up: of steps taken back, the later one has the greater number.
  `
  ALTER TABLE change_step ADD COLUMN parent INTEGER REFERENCES change_step (id);
  ALTER TABLE change_step ADD COLUMN point INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE file_change ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
  UPDATE change_step SET parent = (
    SELECT max(older.id) FROM change_step AS older
    WHERE older.folder = change_step.folder AND older.id < change_step.id AND (older.undone = 0 OR NOT EXISTS (
      SELECT 1 FROM change_step AS done
      WHERE done.folder = change_step.folder AND done.undone = 0 AND done.id > older.id))
  );
  CREATE INDEX file_change_held ON file_change (path) WHERE held = 1;
  CREATE INDEX file_change_path ON file_change (path);
  `,
  // What was measured of pictures, by what they contain; answers about whole sets that take long to work out.
  `
  CREATE TABLE picture_measure (
    content TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    facts TEXT,
    look BLOB,
    unreadable TEXT
  );
  CREATE TABLE kept_answer (question TEXT PRIMARY KEY, answer TEXT NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
  `,
  // Where a person marked the subject, by what the picture contains: left, top, right, bottom in parts of it, upright.
  `
  CREATE TABLE picture_subject (
    content TEXT PRIMARY KEY,
    x0 REAL NOT NULL,
    y0 REAL NOT NULL,
    x1 REAL NOT NULL,
    y1 REAL NOT NULL
  ) WITHOUT ROWID;
  `,
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
