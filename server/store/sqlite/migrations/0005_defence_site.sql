-- What defence rounds need and no log holds.

-- Ballots that were cast and not counted yet. Nothing here names a member or a time, and the order
-- of the rows, also in the file, is that of random ids; the count deletes them.
CREATE TABLE ballot_box (
    ballot TEXT NOT NULL PRIMARY KEY,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    token_digest BLOB NOT NULL UNIQUE,
    hundredths INTEGER,
    salt BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The key that makes the tokens of one candidate's ballots; gone with the count.
CREATE TABLE ballot_key (
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    sealed_key BLOB NOT NULL,
    PRIMARY KEY (round, candidate)
) STRICT, WITHOUT ROWID;

-- Projects as they were filed, under the candidate's key.
CREATE TABLE project_content (
    candidate TEXT NOT NULL REFERENCES candidate (candidate),
    sha256 BLOB NOT NULL,
    sealed_file_name BLOB NOT NULL,
    sealed_content BLOB NOT NULL,
    PRIMARY KEY (candidate, sha256)
) STRICT;
