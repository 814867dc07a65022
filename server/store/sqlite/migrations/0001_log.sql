-- The record: one Merkle log for each contest. What stands here is signed; everything else about a
-- contest can be made again from it.

-- One leaf and its opening. An erased entry keeps its leaf; salt and payload are gone.
CREATE TABLE log_entry (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    type TEXT NOT NULL,
    at INTEGER NOT NULL,
    leaf BLOB NOT NULL,
    salt BLOB,
    payload TEXT,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;

-- Roots of complete subtrees of 2^level leaves, level 1 and up; level 0 is the hash of the leaf.
CREATE TABLE node (
    contest TEXT NOT NULL,
    level INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (contest, level, idx)
) STRICT, WITHOUT ROWID;

-- The tree as it stands, and the last checkpoint signed over it.
CREATE TABLE log_head (
    contest TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    checkpoint TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every checkpoint that was signed.
CREATE TABLE checkpoint (
    contest TEXT NOT NULL,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (contest, size)
) STRICT, WITHOUT ROWID;
