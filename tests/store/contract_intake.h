// Contract: drafts, two-person acts, dossiers, papers, notes. Part of store/contract.h.

#pragma once

namespace thi::store::test {

inline void add_person_and_contest(Store& store) {
    must_write(store, [](SiteWriter& to) {
        REQUIRE(to.add_account(some_account(1, "a")));
        ContestSite contest;
        contest.contest = numbered<core::ContestId>(1);
        contest.code = "2026-01";
        contest.draft_plan = "{}";
        contest.created_by = numbered<core::AccountId>(1);
        contest.created_at = contest.updated_at = test_start;
        REQUIRE(to.add_contest(contest));
        to.join_candidate(contest.contest, contest.created_by, numbered<core::CandidateId>(1));
    });
}

TEMPLATE_TEST_CASE("a draft is changed only by who has read it as it is", "[store][contract]",
                   STORE_UNDER_TEST) {
    TestType site;
    add_person_and_contest(site.store());
    const auto contest = numbered<core::ContestId>(1);
    const auto edit = [&](const char* plan, core::Instant read_at) {
        return write(site.store(), [&](SiteWriter& to) {
            return to.set_draft_plan(contest, plan, read_at, test_start);
        });
    };
    CHECK(edit("{\"a\":1}", test_start).has_value());
    CHECK(edit("{\"a\":2}", test_start).error().code == core::Code::wrong_state);
    site.store().read([&](const Reader& reader) {
        CHECK(reader.contest(contest)->plan == "{\"a\":1}");
        CHECK(reader.contest(contest)->stage == core::Stage::draft);
        CHECK(reader.contest_coded("2026-01") == contest);
        CHECK(reader.contests().size() == 1);
        CHECK(reader.place(contest.text())->contest == contest);
    });
    const auto taken = write(site.store(), [&](SiteWriter& to) {
        ContestSite other;
        other.contest = numbered<core::ContestId>(2);
        other.code = "2026-01";
        other.created_by = numbered<core::AccountId>(1);
        return to.add_contest(other);
    });
    CHECK(taken.error().code == core::Code::already_done);
}

TEMPLATE_TEST_CASE("a proposal takes one approval of each person and is settled once (S-07)",
                   "[store][contract]", STORE_UNDER_TEST) {
    TestType site;
    const auto id = numbered<core::ProposalId>(1);
    Proposal proposal;
    proposal.proposal = id;
    proposal.contest = numbered<core::ContestId>(1);
    proposal.act = "publish";
    proposal.body = "{}";
    proposal.created_at = test_start;
    proposal.approvals.push_back({numbered<core::PersonId>(1), "password", test_start});
    must_write(site.store(), [&](SiteWriter& to) { to.add_proposal(proposal); });
    const auto approve = [&](std::uint64_t person) {
        return write(site.store(), [&](SiteWriter& to) {
            return to.approve_proposal(id,
                                       {numbered<core::PersonId>(person), "password", test_start});
        });
    };
    const auto settle = [&] {
        return write(site.store(), [&](SiteWriter& to) {
            return to.settle_proposal(id, ProposalState::done, "{\"ok\":true}");
        });
    };
    CHECK(approve(1).error().code == core::Code::same_person);
    CHECK(approve(2).has_value());
    CHECK(settle().has_value());
    CHECK(settle().error().code == core::Code::already_done);
    CHECK_FALSE(approve(3).has_value());
    site.store().read([&](const Reader& reader) {
        const auto found = reader.proposal(id);
        REQUIRE(found);
        CHECK(found->state == ProposalState::done);
        CHECK(found->approvals.size() == 2);
        CHECK(reader.proposals(proposal.contest).size() == 1);
    });
}

TEMPLATE_TEST_CASE("documents keep their versions, and open for their owner's key only",
                   "[store][contract]", STORE_UNDER_TEST) {
    TestType site;
    add_person_and_contest(site.store());
    const auto candidate = numbered<core::CandidateId>(1);
    const auto add = [&](std::uint64_t number, core::DocumentKind kind, std::string content) {
        core::Whole version = 0;
        must_write(site.store(), [&](SiteWriter& to) {
            Document document;
            document.document = numbered<core::DocumentId>(number);
            document.candidate = candidate;
            document.kind = kind;
            document.sha256 = crypto::sha256(content);
            document.media_type = "application/pdf";
            document.bytes = static_cast<core::Whole>(content.size());
            document.file_name = "bằng.pdf";
            document.received_at = test_start;
            version = to.add_document(document, content);
        });
        return version;
    };
    CHECK(add(1, core::DocumentKind::diploma, "old") == 1);
    CHECK(add(2, core::DocumentKind::diploma, "new") == 2);
    CHECK(add(3, core::DocumentKind::cv_2c, "cv") == 1);
    core::DossierFacts facts;
    facts.born_on = "1980-01-31";
    const auto hash = crypto::sha256("dossier");
    must_write(site.store(), [&](SiteWriter& to) {
        to.put_dossier(candidate, facts, test_start);
        to.keep_dossier(candidate, {facts, {}}, hash, test_start);
        facts.born_on = "1981-01-31";
        to.put_dossier(candidate, facts, test_start);
        to.put_text(numbered<core::ContestId>(1), crypto::sha256("why"),
                    numbered<core::AccountId>(1), "Đơn phúc khảo", test_start);
    });
    site.store().read([&](const Reader& reader) {
        CHECK(reader.documents(candidate).size() == 2);
        CHECK(reader.document(numbered<core::DocumentId>(1))->file_name == "bằng.pdf");
        CHECK(reader.document_content(numbered<core::DocumentId>(1)) == "old");
        CHECK(reader.dossier(candidate)->born_on == "1981-01-31");
        CHECK(reader.dossier_version(candidate, hash)->facts.born_on == "1980-01-31");
        CHECK(reader.private_text(numbered<core::ContestId>(1), crypto::sha256("why")) ==
              "Đơn phúc khảo");
        CHECK(reader.place(numbered<core::DocumentId>(1).text())->candidate == candidate);
    });
    must_write(site.store(), [](SiteWriter& to) { to.erase_person(numbered<core::AccountId>(1)); });
    site.store().read([&](const Reader& reader) {
        CHECK_FALSE(reader.document_content(numbered<core::DocumentId>(1)));
        CHECK_FALSE(reader.dossier(candidate));
        CHECK_FALSE(reader.private_text(numbered<core::ContestId>(1), crypto::sha256("why")));
    });
}

TEMPLATE_TEST_CASE("a paper, its key and its secrets come back as they were", "[store][contract]",
                   STORE_UNDER_TEST) {
    TestType site;
    PaperContent paper;
    paper.paper = numbered<core::PaperId>(1);
    paper.contest = numbered<core::ContestId>(1);
    paper.round = numbered<core::RoundId>(1);
    paper.content.paper = paper.key.paper = paper.paper;
    paper.content.title = "Đề chính thức";
    core::Item item;
    item.item = numbered<core::ItemId>(1);
    item.stem = "1 + 1?";
    item.points.hundredths = 400;
    paper.content.items = {item};
    paper.key.items.push_back(
        {item.item, {{400}, {0}, core::Partial::none}, {"A"}, {}, {}, true, {}});
    paper.content_hash = crypto::sha256("content");
    paper.created_at = test_start;
    must_write(site.store(), [&](SiteWriter& to) {
        to.put_paper(paper);
        to.put_paper_secrets({paper.paper, "ciphertext", std::string(32, 'k'), "{\"salt\":\"\"}"});
        to.put_paper(paper);
        to.put_note(numbered<core::SittingId>(1), "{\"flags\":[]}", test_start);
        to.put_note(numbered<core::SittingId>(1), "{\"flags\":[1]}", test_start);
        to.add_file({paper.contest, crypto::sha256("f"), "results.json", "application/json", "f"});
    });
    site.store().read([&](const Reader& reader) {
        const auto found = reader.paper_content(paper.paper);
        REQUIRE(found);
        CHECK(text::to_text(found->content) == text::to_text(paper.content));
        CHECK(text::to_text(found->key) == text::to_text(paper.key));
        CHECK(reader.paper_ciphertext(paper.paper) == "ciphertext");
        CHECK(reader.paper_cipher_key(paper.paper) == std::string(32, 'k'));
        CHECK(reader.paper_key_document(paper.paper) == "{\"salt\":\"\"}");
        REQUIRE(reader.papers(paper.contest).size() == 1);
        CHECK(reader.papers(paper.contest).front().points.hundredths == 400);
        CHECK_FALSE(reader.papers(paper.contest).front().sealed_index);
        CHECK(reader.note(numbered<core::SittingId>(1)) == "{\"flags\":[1]}");
        CHECK(reader.file(paper.contest, crypto::sha256("f"))->content == "f");
    });
}

} // namespace thi::store::test
