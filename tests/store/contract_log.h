// Contract: transactions and the log's own tables. Part of store/contract.h.

#pragma once

namespace thi::store::test {

inline LogEntry some_entry(std::uint64_t index) {
    LogEntry entry;
    entry.index = index;
    entry.type = index % 2 == 0 ? "answer.save" : "clock.beat";
    entry.at = test_start + core::Duration{static_cast<std::int64_t>(index)};
    entry.leaf = "leaf " + std::to_string(index);
    entry.salt = std::string(32, 's');
    entry.payload = "{}";
    return entry;
}

TEMPLATE_TEST_CASE("what was committed is there after a restart", "[store][contract]",
                   STORE_UNDER_TEST) {
    TestType site;
    const auto contest = numbered<core::ContestId>(1);
    auto& writer = site.store().writer();
    writer.begin();
    for (std::uint64_t i = 0; i < 5; ++i)
        writer.add_entry(contest, some_entry(i));
    writer.add_node(contest, {4, 0, crypto::sha256("node")});
    writer.add_node(contest, {5, 1, crypto::sha256("higher")});
    writer.set_head({contest, 5, crypto::sha256("root"), "note\n"}, test_start);
    writer.commit();
    writer.rest();
    site.reopen();

    site.store().read([&](const Reader& reader) {
        const auto head = reader.head(contest);
        REQUIRE(head);
        CHECK(head->size == 5);
        CHECK(head->checkpoint == "note\n");
        CHECK(reader.heads().size() == 1);
        CHECK(reader.node(contest, 4, 0) == crypto::sha256("node"));
        CHECK(reader.node(contest, 5, 1) == crypto::sha256("higher"));
        CHECK_FALSE(reader.node(contest, 5, 0));
        CHECK(reader.node(contest, 0, 2) == journal::leaf_hash("leaf 2"));
        const auto pair =
            journal::node_hash(journal::leaf_hash("leaf 2"), journal::leaf_hash("leaf 3"));
        CHECK(reader.node(contest, 1, 1) == pair);
        CHECK_FALSE(reader.node(contest, 0, 5));
        CHECK_FALSE(reader.node(contest, 1, 2)); // Half of its leaves are there.
        CHECK(reader.checkpoint(contest, 5)->note == "note\n");
        CHECK(reader.checkpoints(contest).size() == 1);
        CHECK(reader.entry(contest, 3)->leaf == "leaf 3");
        CHECK_FALSE(reader.entry(contest, 5));
        CHECK(reader.entries(contest, 1, 2).front().index == 1);
        CHECK(reader.entries(contest, 0, 10, "clock.beat").size() == 2);
        std::uint64_t next = 2;
        reader.each_entry(contest, 2, [&](LogEntry&& entry) { CHECK(entry.index == next++); });
        CHECK(next == 5);
        std::vector<std::string> leaves;
        reader.each_leaf(contest, 3, [&](std::uint64_t index, std::string_view leaf) {
            CHECK(index == 3 + leaves.size());
            leaves.emplace_back(leaf);
        });
        CHECK(leaves == std::vector<std::string>{"leaf 3", "leaf 4"});
    });
}

TEMPLATE_TEST_CASE("a batch that is rolled back leaves nothing", "[store][contract]",
                   STORE_UNDER_TEST) {
    TestType site;
    auto& writer = site.store().writer();
    writer.begin();
    writer.add_entry(numbered<core::ContestId>(1), some_entry(0));
    writer.site().set_value("name", "value");
    writer.roll_back();
    site.store().read([&](const Reader& reader) {
        CHECK_FALSE(reader.entry(numbered<core::ContestId>(1), 0));
        CHECK_FALSE(reader.value("name"));
    });
}

TEMPLATE_TEST_CASE("what is refused leaves nothing of itself and keeps the rest of the batch",
                   "[store][contract]", STORE_UNDER_TEST) {
    TestType site;
    auto& writer = site.store().writer();
    writer.begin();
    writer.site().set_value("before", "1");
    const auto refused = writer.attempt([&]() -> core::Result<void> {
        writer.site().set_value("inside", "1");
        return core::Fault{core::Code::limit_reached, {}, {}};
    });
    CHECK(refused.error().code == core::Code::limit_reached);
    writer.site().set_value("after", "1");
    writer.commit();
    site.store().read([&](const Reader& reader) {
        CHECK(reader.value("before"));
        CHECK_FALSE(reader.value("inside"));
        CHECK(reader.value("after"));
    });
}

TEMPLATE_TEST_CASE("a row that contradicts another one is a refusal, not breakage",
                   "[store][contract]", STORE_UNDER_TEST) {
    TestType site;
    const auto contradicted = write(site.store(), [&](SiteWriter& writer) -> core::Result<void> {
        writer.add_link({crypto::sha256("t"), numbered<core::AccountId>(9), false, test_start, {}});
        return {};
    });
    CHECK(contradicted.error().code == core::Code::wrong_state);
}

TEMPLATE_TEST_CASE("a reader sees one snapshot and never half a batch", "[store][contract]",
                   STORE_UNDER_TEST) {
    TestType site;
    must_write(site.store(), [](SiteWriter& writer) { writer.set_value("a", "1"); });
    site.store().read([&](const Reader& reader) {
        CHECK(reader.value("a") == "1");
        must_write(site.store(), [](SiteWriter& writer) {
            writer.set_value("a", "2");
            writer.set_value("b", "2");
        });
        CHECK(reader.value("a") == "1");
        CHECK_FALSE(reader.value("b"));
    });
    CHECK(site.store().ask([](const Reader& reader) { return reader.value("a"); }) == "2");
}

} // namespace thi::store::test
