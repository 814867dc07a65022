-- Nodes lie in the order in which they become complete, so that an append writes the end of one
-- table; those over eight leaves and fewer are made from their leaves instead (ADR 18).
CREATE TABLE node_as_it_came (
    contest TEXT NOT NULL,
    size INTEGER NOT NULL, -- The leaves up to the end of the subtree.
    level INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (contest, size, level)
) STRICT, WITHOUT ROWID;
INSERT INTO node_as_it_came (contest, size, level, hash)
    SELECT contest, (idx + 1) << level, level, hash FROM node WHERE level >= 4
    ORDER BY contest, (idx + 1) << level, level;
DROP TABLE node;
ALTER TABLE node_as_it_came RENAME TO node;
