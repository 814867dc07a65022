-- Projections of the log, for screens and SQL. Written only from events; where they and the log
-- differ, the log is right. idx is the index of the leaf that a row comes from.

CREATE TABLE contest (
    contest TEXT NOT NULL PRIMARY KEY,
    log_vkey TEXT NOT NULL,
    stage TEXT NOT NULL,
    plan_version INTEGER NOT NULL,
    intake_closes_at INTEGER,
    verification_closes_at INTEGER,
    petition_closes_at INTEGER,
    list_posted_at INTEGER,
    trace_hash BLOB,
    score_idx INTEGER,
    released_hash BLOB,
    final_hash BLOB,
    closed INTEGER NOT NULL,
    published_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_version (
    contest TEXT NOT NULL,
    version INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by TEXT,
    reason TEXT,
    changes TEXT NOT NULL,
    plan TEXT NOT NULL,
    PRIMARY KEY (contest, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_change (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    at INTEGER NOT NULL,
    from_stage TEXT NOT NULL,
    to_stage TEXT NOT NULL,
    by TEXT,
    reason TEXT,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE deadline_extension (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    deadline TEXT NOT NULL,
    old_at INTEGER NOT NULL,
    new_at INTEGER NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE official (
    contest TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    idx INTEGER NOT NULL,
    revoked_idx INTEGER,
    PRIMARY KEY (contest, person, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict (
    contest TEXT NOT NULL,
    person TEXT NOT NULL,
    candidate TEXT NOT NULL,
    relation TEXT NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, person, candidate)
) STRICT, WITHOUT ROWID;

CREATE TABLE application (
    application TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    candidate TEXT NOT NULL,
    post TEXT NOT NULL,
    number INTEGER NOT NULL,
    dossier_hash BLOB NOT NULL,
    source TEXT NOT NULL,
    introducing_body TEXT,
    letter_hash BLOB,
    consent_hash BLOB,
    received_at INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    supplement_requested INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    eligible INTEGER,
    grounds TEXT NOT NULL,
    deciders TEXT NOT NULL,
    UNIQUE (contest, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_candidate ON application (candidate);

CREATE TABLE supplement (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    application TEXT NOT NULL,
    by TEXT,
    request_hash BLOB,
    dossier_hash BLOB,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;
CREATE INDEX supplement_application ON supplement (application, idx);

-- The last run of the machine.
CREATE TABLE finding (
    application TEXT NOT NULL,
    criterion TEXT NOT NULL,
    contest TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT,
    idx INTEGER NOT NULL,
    PRIMARY KEY (application, criterion)
) STRICT, WITHOUT ROWID;

-- The last decision of each person.
CREATE TABLE decision (
    application TEXT NOT NULL,
    criterion TEXT NOT NULL,
    by TEXT NOT NULL,
    contest TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    idx INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (application, criterion, by)
) STRICT, WITHOUT ROWID;

CREATE TABLE eligible_list (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    hash BLOB NOT NULL,
    eligible INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    refused_by_ground TEXT NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE petition (
    petition TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    application TEXT NOT NULL,
    text_hash BLOB NOT NULL,
    filed_at INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    upheld INTEGER,
    reason TEXT,
    by TEXT,
    decided_idx INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX petition_application ON petition (application);

CREATE TABLE paper (
    paper TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    variant TEXT NOT NULL,
    ciphertext_hash BLOB NOT NULL,
    plaintext_commitment BLOB NOT NULL,
    key_commitment BLOB,
    idx INTEGER NOT NULL,
    opened_at INTEGER,
    in_use INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_contest ON paper (contest);

CREATE TABLE draw (
    contest TEXT NOT NULL,
    draw TEXT NOT NULL,
    purpose TEXT NOT NULL,
    round TEXT,
    pool TEXT NOT NULL,
    root BLOB NOT NULL,
    idx INTEGER NOT NULL,
    seed BLOB,
    draw_order TEXT,
    resolved_idx INTEGER,
    PRIMARY KEY (contest, draw)
) STRICT, WITHOUT ROWID;

CREATE TABLE draw_party (
    contest TEXT NOT NULL,
    draw TEXT NOT NULL,
    person TEXT NOT NULL,
    commitment BLOB NOT NULL,
    idx INTEGER NOT NULL,
    nonce BLOB,
    PRIMARY KEY (contest, draw, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE room (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    room TEXT NOT NULL,
    name TEXT NOT NULL,
    seats INTEGER NOT NULL,
    invigilators TEXT NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, round, room)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_id ON room (room);

CREATE TABLE sitting (
    sitting TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    room TEXT,
    seat TEXT NOT NULL,
    roll_number TEXT NOT NULL,
    paper TEXT,
    admitted_at INTEGER,
    late_by_decision INTEGER NOT NULL,
    started_at INTEGER,
    submitted_at INTEGER,
    submit_idx INTEGER,
    ended TEXT,
    end_idx INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX sitting_room ON sitting (room);
CREATE INDEX sitting_candidate ON sitting (candidate);
CREATE INDEX sitting_round ON sitting (contest, round);

CREATE TABLE lease (
    sitting TEXT NOT NULL,
    lease INTEGER NOT NULL,
    contest TEXT NOT NULL,
    client_key TEXT NOT NULL,
    paper TEXT NOT NULL,
    paper_hash BLOB NOT NULL,
    approved_by TEXT,
    at INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (sitting, lease)
) STRICT, WITHOUT ROWID;

-- Every save that was received, and what was said of it at once: 'yes', 'late', 'superseded' or
-- 'conflict'. Its value stands in the log.
CREATE TABLE save (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    sitting TEXT NOT NULL,
    lease INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    item TEXT NOT NULL,
    counts TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;
CREATE INDEX save_not_counted ON save (sitting) WHERE counts <> 'yes';

-- The answer that counts, for each item.
CREATE TABLE answer (
    sitting TEXT NOT NULL,
    item TEXT NOT NULL,
    contest TEXT NOT NULL,
    value TEXT NOT NULL,
    lease INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (sitting, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE late_decision (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    sitting TEXT NOT NULL,
    lease INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER NOT NULL,
    counts INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE time_grant (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    sitting TEXT NOT NULL,
    ms INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;
CREATE INDEX time_grant_sitting ON time_grant (sitting);

CREATE TABLE removed_interval (
    contest TEXT NOT NULL,
    removal INTEGER NOT NULL,
    round TEXT NOT NULL,
    room TEXT,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    idx INTEGER NOT NULL,
    restored_idx INTEGER,
    PRIMARY KEY (contest, removal)
) STRICT, WITHOUT ROWID;

CREATE TABLE incident (
    incident TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    kind TEXT NOT NULL,
    round TEXT,
    room TEXT,
    sitting TEXT,
    by TEXT,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    outcome TEXT,
    closed_by TEXT,
    closed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_contest ON incident (contest, idx);

-- The tally as of the last score.compute or tie.step.
CREATE TABLE score (
    contest TEXT NOT NULL,
    candidate TEXT NOT NULL,
    post TEXT NOT NULL,
    position INTEGER NOT NULL,
    roll_number TEXT NOT NULL,
    total_numerator INTEGER NOT NULL,
    total_denominator INTEGER NOT NULL,
    shown TEXT NOT NULL,
    rank INTEGER,
    outcome TEXT NOT NULL,
    trace TEXT NOT NULL,
    PRIMARY KEY (contest, candidate, post)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie_step (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    at INTEGER NOT NULL,
    post TEXT NOT NULL,
    rung TEXT NOT NULL,
    tie_order TEXT NOT NULL,
    reason TEXT NOT NULL,
    by TEXT,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE release (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    at INTEGER NOT NULL,
    final INTEGER NOT NULL,
    file_hash BLOB NOT NULL,
    root BLOB NOT NULL,
    approvals TEXT NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

-- Indexes whose openings were erased, and on which ground.
CREATE TABLE erasure (
    contest TEXT NOT NULL,
    erased_idx INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    legal_basis TEXT NOT NULL,
    PRIMARY KEY (contest, erased_idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE security_digest (
    contest TEXT NOT NULL,
    day TEXT NOT NULL,
    hash BLOB NOT NULL,
    entries INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;
