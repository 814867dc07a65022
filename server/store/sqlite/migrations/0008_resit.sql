-- Rounds that were held again: what was sat is set aside, `again` takes its place.
CREATE TABLE resit (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    again TEXT NOT NULL,
    opens_at INTEGER NOT NULL,
    closes_at INTEGER,
    reason TEXT NOT NULL,
    appeal TEXT,
    by TEXT NOT NULL,
    approvals TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;
