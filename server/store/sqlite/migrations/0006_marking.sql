-- Projections of marking, infractions, appeals and remedies. As 0003: written only from events, idx is
-- the index of the leaf that a row comes from.

CREATE TABLE infraction (
    infraction TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    candidate TEXT NOT NULL,
    round TEXT NOT NULL,
    sitting TEXT,
    level TEXT NOT NULL,
    facts TEXT NOT NULL,
    happened_at INTEGER NOT NULL,
    witnesses TEXT NOT NULL,
    candidate_signed INTEGER NOT NULL,
    witnesses_refused INTEGER NOT NULL,
    objection TEXT NOT NULL,
    by TEXT NOT NULL,
    approvals TEXT NOT NULL,
    at INTEGER NOT NULL,
    idx INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX infraction_contest ON infraction (contest, idx);

CREATE TABLE seed_reveal (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    draw TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE script (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    code TEXT NOT NULL,
    script_hash BLOB NOT NULL,
    by TEXT NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, round, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE anomaly (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    anomaly INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    item TEXT,
    text TEXT NOT NULL,
    by TEXT,
    idx INTEGER NOT NULL,
    outcome TEXT,
    reason TEXT,
    decided_by TEXT,
    decided_idx INTEGER,
    PRIMARY KEY (contest, round, anomaly)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    marker TEXT NOT NULL,
    turn TEXT NOT NULL,
    codes TEXT NOT NULL,
    seed BLOB NOT NULL,
    by TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE mark (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    code TEXT NOT NULL,
    turn TEXT NOT NULL,
    item TEXT NOT NULL,
    marker TEXT NOT NULL,
    hundredths INTEGER NOT NULL,
    lines TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_script ON mark (contest, round, code);
CREATE INDEX mark_marker ON mark (contest, marker);

CREATE TABLE further_marking (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    code TEXT NOT NULL,
    from_pct INTEGER NOT NULL,
    action TEXT NOT NULL,
    turns TEXT NOT NULL,
    by TEXT,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    code TEXT NOT NULL,
    from_pct INTEGER NOT NULL,
    action TEXT NOT NULL,
    mark TEXT NOT NULL,
    minutes TEXT NOT NULL,
    by TEXT,
    approvals TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE marker_stop (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    marker TEXT NOT NULL,
    reason TEXT NOT NULL,
    requeued TEXT NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE marker_trial (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    marker TEXT NOT NULL,
    within INTEGER NOT NULL,
    trials INTEGER NOT NULL,
    qualified INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE unblinding (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    by TEXT NOT NULL,
    approvals TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE appeal (
    appeal TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    candidate TEXT NOT NULL,
    track TEXT NOT NULL,
    round TEXT NOT NULL,
    item TEXT,
    text_hash BLOB NOT NULL,
    filed_at INTEGER NOT NULL,
    idx INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX appeal_contest ON appeal (contest, idx);

CREATE TABLE appeal_decision (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    appeal TEXT NOT NULL,
    upheld INTEGER NOT NULL,
    reason TEXT NOT NULL,
    replaces INTEGER,
    by TEXT NOT NULL,
    approvals TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE amendment (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    appeal TEXT NOT NULL,
    candidate TEXT NOT NULL,
    round TEXT NOT NULL,
    old_mark TEXT NOT NULL,
    new_mark TEXT NOT NULL,
    by TEXT NOT NULL,
    approvals TEXT NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE remedy (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    paper TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    keys TEXT NOT NULL,
    reason TEXT NOT NULL,
    appeal TEXT,
    by TEXT NOT NULL,
    approvals TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;
