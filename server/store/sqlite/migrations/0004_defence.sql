-- Projections of defence rounds: projects, the defence day, ballots, sheets. As 0003: written only
-- from events, idx is the index of the leaf that a row comes from.

CREATE TABLE project (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    version INTEGER NOT NULL,
    hash BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, round, candidate, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE defence (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    post TEXT NOT NULL,
    present TEXT NOT NULL,
    excluded TEXT NOT NULL,
    candidates TEXT NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, round, post)
) STRICT, WITHOUT ROWID;

CREATE TABLE defence_step (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    step TEXT NOT NULL,
    reason TEXT NOT NULL,
    by TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    number INTEGER NOT NULL,
    member TEXT NOT NULL,
    text TEXT NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot_roll (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    member TEXT NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, round, candidate, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot (
    ballot TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    token_digest BLOB NOT NULL,
    hundredths INTEGER,
    salt BLOB NOT NULL,
    idx INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ballot_candidate ON ballot (contest, round, candidate);

CREATE TABLE ballot_count (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    issued INTEGER NOT NULL,
    ballots INTEGER NOT NULL,
    invalid INTEGER NOT NULL,
    mark TEXT NOT NULL,
    by TEXT NOT NULL,
    approvals TEXT NOT NULL,
    at INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, round, candidate)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    member TEXT NOT NULL,
    lines TEXT NOT NULL,
    hundredths INTEGER NOT NULL,
    at INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, round, candidate, member)
) STRICT, WITHOUT ROWID;
