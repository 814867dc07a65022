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
CREATE TABLE ballot_box (
    ballot TEXT NOT NULL PRIMARY KEY,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    token_digest BLOB NOT NULL UNIQUE,
    hundredths INTEGER,
    salt BLOB NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE ballot_key (
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    sealed_key BLOB NOT NULL,
    PRIMARY KEY (round, candidate)
) STRICT, WITHOUT ROWID;
CREATE TABLE ballot_roll (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    candidate TEXT NOT NULL,
    member TEXT NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, round, candidate, member)
) STRICT, WITHOUT ROWID;
CREATE TABLE candidate (
    candidate TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (account),
    UNIQUE (contest, account)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint (
    contest TEXT NOT NULL,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (contest, size)
) STRICT, WITHOUT ROWID;
CREATE TABLE conflict (
    contest TEXT NOT NULL,
    person TEXT NOT NULL,
    candidate TEXT NOT NULL,
    relation TEXT NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, person, candidate)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE contest_site (
    contest TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    draft_plan TEXT NOT NULL,
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created_by TEXT NOT NULL REFERENCES account (account),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
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
CREATE TABLE dossier (
    candidate TEXT NOT NULL PRIMARY KEY REFERENCES candidate (candidate),
    sealed_facts BLOB NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE dossier_version (
    candidate TEXT NOT NULL REFERENCES candidate (candidate),
    dossier_hash BLOB NOT NULL,
    sealed_dossier BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (candidate, dossier_hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_official (
    contest TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (person),
    role TEXT NOT NULL,
    PRIMARY KEY (contest, person, role)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE erasure (
    contest TEXT NOT NULL,
    erased_idx INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    legal_basis TEXT NOT NULL,
    PRIMARY KEY (contest, erased_idx)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding (
    application TEXT NOT NULL,
    criterion TEXT NOT NULL,
    contest TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT,
    idx INTEGER NOT NULL, claims TEXT,
    PRIMARY KEY (application, criterion)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE link (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (account),
    reusable INTEGER NOT NULL CHECK (reusable IN (0, 1)),
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;
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
CREATE TABLE log_head (
    contest TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    checkpoint TEXT NOT NULL
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
CREATE TABLE message (
    message INTEGER PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (account),
    sealed_message BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    sent_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE "node" (
    contest TEXT NOT NULL,
    size INTEGER NOT NULL, -- The leaves up to the end of the subtree.
    level INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (contest, size, level)
) STRICT, WITHOUT ROWID;
CREATE TABLE official (
    contest TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    idx INTEGER NOT NULL,
    revoked_idx INTEGER,
    PRIMARY KEY (contest, person, role)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE paper_ciphertext (
    paper TEXT NOT NULL PRIMARY KEY REFERENCES paper_content (paper),
    ciphertext BLOB NOT NULL,
    sealed_cipher_key BLOB NOT NULL,
    sealed_key_document BLOB NOT NULL
) STRICT;
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
CREATE TABLE person (
    person TEXT NOT NULL PRIMARY KEY,
    contest TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (account),
    UNIQUE (contest, account)
) STRICT, WITHOUT ROWID;
CREATE TABLE person_key (
    account TEXT NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL
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
CREATE TABLE private_text (
    contest TEXT NOT NULL,
    hash BLOB NOT NULL,
    account TEXT NOT NULL REFERENCES account (account),
    sealed_text BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, hash)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE project_content (
    candidate TEXT NOT NULL REFERENCES candidate (candidate),
    sha256 BLOB NOT NULL,
    sealed_file_name BLOB NOT NULL,
    sealed_content BLOB NOT NULL,
    PRIMARY KEY (candidate, sha256)
) STRICT;
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
CREATE TABLE proposal_approval (
    proposal TEXT NOT NULL REFERENCES proposal (proposal),
    person TEXT NOT NULL,
    method TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (proposal, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE published_file (
    contest TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (contest, sha256)
) STRICT;
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
CREATE TABLE schema_migration (name TEXT NOT NULL PRIMARY KEY, sha256 BLOB NOT NULL, applied_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
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
CREATE TABLE script (
    contest TEXT NOT NULL,
    round TEXT NOT NULL,
    code TEXT NOT NULL,
    script_hash BLOB NOT NULL,
    by TEXT NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, round, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE security_digest (
    contest TEXT NOT NULL,
    day TEXT NOT NULL,
    hash BLOB NOT NULL,
    entries INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;
CREATE TABLE seed_reveal (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    draw TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (contest, idx)
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
CREATE TABLE site_value (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE sitting_note (
    sitting TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    updated_at INTEGER NOT NULL
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
CREATE TABLE unblinding (
    contest TEXT NOT NULL,
    idx INTEGER NOT NULL,
    round TEXT NOT NULL,
    by TEXT NOT NULL,
    approvals TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (contest, idx)
) STRICT, WITHOUT ROWID;
CREATE INDEX appeal_contest ON appeal (contest, idx);
CREATE INDEX application_candidate ON application (candidate);
CREATE INDEX ballot_candidate ON ballot (contest, round, candidate);
CREATE INDEX candidate_account ON candidate (account);
CREATE INDEX incident_contest ON incident (contest, idx);
CREATE INDEX infraction_contest ON infraction (contest, idx);
CREATE INDEX mark_marker ON mark (contest, marker);
CREATE INDEX mark_script ON mark (contest, round, code);
CREATE INDEX message_account ON message (account, created_at);
CREATE INDEX message_unsent ON message (attempts) WHERE sent_at IS NULL;
CREATE INDEX paper_content_contest ON paper_content (contest);
CREATE INDEX paper_contest ON paper (contest);
CREATE INDEX person_account ON person (account);
CREATE INDEX petition_application ON petition (application);
CREATE INDEX proposal_contest ON proposal (contest, created_at);
CREATE INDEX room_id ON room (room);
CREATE INDEX save_not_counted ON save (sitting) WHERE counts <> 'yes';
CREATE INDEX session_account ON session (account);
CREATE INDEX sitting_candidate ON sitting (candidate);
CREATE INDEX sitting_room ON sitting (room);
CREATE INDEX sitting_round ON sitting (contest, round);
CREATE INDEX supplement_application ON supplement (application, idx);
CREATE INDEX time_grant_sitting ON time_grant (sitting);
