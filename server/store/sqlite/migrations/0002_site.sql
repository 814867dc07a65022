-- What the site needs and no log holds: accounts, names, dossiers, drafts. Columns named sealed_*
-- are AES-256-GCM under the key of one person, or, where no person owns them, of the site.

-- Erasing a person is deleting this row.
CREATE TABLE person_key (
    account TEXT NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- identifier_index: HMAC of the folded identifier, so that it can be looked up while sealed.
CREATE TABLE account (
    account TEXT NOT NULL PRIMARY KEY,
    identifier_index BLOB NOT NULL UNIQUE,
    sealed_person BLOB NOT NULL,
    password TEXT NOT NULL,
    administrator INTEGER NOT NULL CHECK (administrator IN (0, 1)),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    token_hash BLOB NOT NULL PRIMARY KEY,
    session TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (account),
    kind TEXT NOT NULL CHECK (kind IN ('staff', 'candidate', 'demo')),
    csrf TEXT NOT NULL,
    device TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    reauth_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

-- One-time links: the first administrator's, and those of the demo (which may be used again).
CREATE TABLE link (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (account),
    reusable INTEGER NOT NULL CHECK (reusable IN (0, 1)),
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;

-- A contest before its log exists, and what is never logged of it afterwards.
CREATE TABLE contest_site (
    contest TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    draft_plan TEXT NOT NULL,
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created_by TEXT NOT NULL REFERENCES account (account),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who stands behind a pseudonym. This table and the names it leads to are what no log holds.
CREATE TABLE candidate (
    candidate TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (account),
    UNIQUE (contest, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidate_account ON candidate (account);

CREATE TABLE person (
    person TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (account),
    UNIQUE (contest, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_account ON person (account);

-- Roles given in a draft, before the log can hold them.
CREATE TABLE draft_official (
    contest TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (person),
    role TEXT NOT NULL,
    PRIMARY KEY (contest, person, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier (
    candidate TEXT NOT NULL PRIMARY KEY REFERENCES candidate (candidate),
    sealed_facts BLOB NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The dossier as it was when somebody relied on it: found by the hash that the log holds.
CREATE TABLE dossier_version (
    candidate TEXT NOT NULL REFERENCES candidate (candidate),
    dossier_hash BLOB NOT NULL,
    sealed_dossier BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (candidate, dossier_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    document TEXT NOT NULL PRIMARY KEY,
    candidate TEXT NOT NULL REFERENCES candidate (candidate),
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sealed_file_name BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    UNIQUE (candidate, kind, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_content (
    document TEXT NOT NULL PRIMARY KEY REFERENCES document (document),
    sealed_content BLOB NOT NULL
) STRICT;

-- Texts of which the log holds the hash: supplement requests and petitions.
CREATE TABLE private_text (
    contest TEXT NOT NULL,
    hash BLOB NOT NULL,
    account TEXT NOT NULL REFERENCES account (account),
    sealed_text BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, hash)
) STRICT, WITHOUT ROWID;

-- Two-person acts.
CREATE TABLE proposal (
    proposal TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    act TEXT NOT NULL,
    body TEXT NOT NULL,
    action_hash BLOB NOT NULL,
    needed INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'withdrawn')),
    result TEXT,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_contest ON proposal (contest, created_at);

CREATE TABLE proposal_approval (
    proposal TEXT NOT NULL REFERENCES proposal (proposal),
    person TEXT NOT NULL,
    method TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (proposal, person)
) STRICT, WITHOUT ROWID;

-- Flags and struck options of a sitting: kept, not logged.
CREATE TABLE sitting_note (
    sitting TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Papers: drafts and contents under the site's key until release; the ciphertext is what everybody
-- in the lobby fetches.
CREATE TABLE paper_content (
    paper TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    variant TEXT NOT NULL,
    title TEXT NOT NULL,
    items INTEGER NOT NULL,
    hundredths INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    sealed_paper BLOB NOT NULL,
    sealed_key BLOB NOT NULL,
    created_by TEXT,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_content_contest ON paper_content (contest);

CREATE TABLE paper_ciphertext (
    paper TEXT NOT NULL PRIMARY KEY REFERENCES paper_content (paper),
    ciphertext BLOB NOT NULL,
    sealed_cipher_key BLOB NOT NULL,
    sealed_key_document BLOB NOT NULL
) STRICT;

-- Mail and the messages on a person's page.
CREATE TABLE message (
    message INTEGER PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (account),
    sealed_message BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    sent_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX message_account ON message (account, created_at);
CREATE INDEX message_unsent ON message (attempts) WHERE sent_at IS NULL;

-- Files that were published, byte for byte, by the hash that the log holds.
CREATE TABLE published_file (
    contest TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (contest, sha256)
) STRICT;

-- Facts of the site itself.
CREATE TABLE site_value (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
