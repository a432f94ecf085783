/** The first versions: folders of pictures, the journal of their files, jobs, scores and measures. An entry is never edited. */
export const setMigrations: readonly string[] = [
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
];
