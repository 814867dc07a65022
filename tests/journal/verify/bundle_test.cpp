// A bundle: what is in it when, that it audits and tallies as its source does, and that no file of
// it is trusted.

#include "catch.h"
#include "journal/bundle.h"
#include "journal/tally.h"
#include "journal/verify/log_sample.h"
#include "text/described.h"

#include <cstdlib>
#include <fstream>

using namespace thi;
using sample::LogSample;

namespace {

namespace fs = std::filesystem;

class TempFolder {
  public:
    TempFolder() {
        auto name = (fs::temp_directory_path() / "thituyen-bundle-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    fs::path path;
};

std::string content(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void replace(const fs::path& file, std::string_view text) {
    std::ofstream{file, std::ios::binary | std::ios::trunc} << text;
}

const journal::VerifierKey pinned = sample::log_signer().verifier();

// A log as a bundle on the disk.
struct Exported {
    explicit Exported(bool auditors, std::vector<unsigned int> rights = {4, 3, 1},
                      bool whole = true)
        : log{std::move(rights)} {
        if (whole) {
            log.all();
        } else {
            log.publish();
            log.intake();
            log.prepare();
            log.sit();
        }
        journal::write_bundle(log.source, root(), {auditors, {}});
    }
    fs::path root() const { return folder.path / "bundle"; }
    journal::Report audit() const {
        const auto source = journal::open_bundle(root());
        return journal::verify(*source, {pinned, {}, {}}, {2, {}});
    }

    LogSample log;
    TempFolder folder;
};

bool names(const journal::Report& report, std::string_view check, std::string_view where) {
    for (const auto& position : report[check].positions)
        if (position.where.find(where) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("an auditors' bundle passes every check that its source passes", "[journal][bundle]") {
    const Exported exported{true};
    const auto report = exported.audit();
    INFO(journal::print_report(report));
    CHECK(report.exit_code() == 0);
    for (const auto* check : {"01.01", "01.05", "03.03", "04.01", "05.02", "05.05"}) {
        INFO(check);
        CHECK(report[check].examined > 0);
    }
    for (const auto* file :
         {"FORMAT.md", "payloads.schema.json", "policy", "keys/log.vkey", "checkpoint",
          "openings/answer.save.jsonl", "results/results.json", "results/scores.jsonl"})
        CHECK(fs::is_regular_file(exported.root() / file));
    CHECK(fs::is_directory(exported.root() / "tsa"));
    CHECK(content(exported.root() / "FORMAT.md").find("exam-leaf/v1") != std::string::npos);
}

TEST_CASE("everybody's bundle holds nobody's answers, and papers only after release",
          "[journal][bundle]") {
    const Exported after{false};
    CHECK_FALSE(fs::exists(after.root() / "openings/answer.save.jsonl"));
    CHECK_FALSE(fs::exists(after.root() / "results/scores.jsonl"));
    CHECK(fs::exists(after.root() / "results/results.json"));
    CHECK(fs::exists(after.root() / "openings/score.compute.jsonl"));
    CHECK(fs::exists(after.root() / ("papers/" + sample::paper_id.str() + ".json")));
    const auto report = after.audit();
    CHECK(report.exit_code() == 2);
    CHECK(report["01.04"].state == journal::CheckState::sealed);

    for (const bool auditors : {false, true}) {
        const Exported before{auditors, {2, 1}, false};
        CHECK_FALSE(fs::exists(before.root() / "papers"));
        CHECK_FALSE(fs::exists(before.root() / "results"));
        CHECK(fs::exists(before.root() / "openings/answer.save.jsonl") == auditors);
        CHECK(before.audit().exit_code() == 2);
    }
}

TEST_CASE("a log of more leaves than a tile holds makes tiles of two levels", "[journal][bundle]") {
    std::vector<unsigned int> rights(45, 2);
    rights.front() = 4;
    const Exported exported{true, rights};
    CHECK(fs::exists(exported.root() / "tile/entries/000"));
    CHECK(fs::exists(exported.root() / "tile/0/000"));
    CHECK(fs::exists(exported.root() / "tile/1/000.p"));
    CHECK(exported.audit().exit_code() == 0);
}

TEST_CASE("the tally of a bundle is the published file, byte for byte", "[journal][bundle]") {
    const Exported exported{true};
    const auto source = journal::open_bundle(exported.root());
    const auto tallied = journal::tally(*source);
    REQUIRE(tallied);
    CHECK(journal::results_file(*tallied) == content(exported.root() / "results/results.json"));
    const auto ranking = journal::print_ranking(*tallied);
    CHECK(ranking.find("Phó Vụ trưởng\n  1    ") == 0);
    CHECK(ranking.find("trúng tuyển") != std::string::npos);

    const Exported sealed{false};
    const auto closed = journal::open_bundle(sealed.root());
    CHECK_FALSE(journal::tally(*closed));
}

TEST_CASE("each file of a bundle that was touched is named", "[journal][bundle]") {
    const Exported exported{true};
    SECTION("changed") {
        replace(exported.root() / "policy", "other\n");
        CHECK(names(exported.audit(), "01.01", "policy"));
    }
    SECTION("added") {
        replace(exported.root() / "tsa/more", "");
        CHECK(names(exported.audit(), "01.01", "tsa/more"));
    }
    SECTION("taken out") {
        fs::remove(exported.root() / "FORMAT.md");
        CHECK(names(exported.audit(), "01.01", "FORMAT.md"));
    }
    SECTION("a symbolic link in the place of a file is not followed") {
        const auto file = exported.root() / "openings/answer.save.jsonl";
        fs::rename(file, exported.folder.path / "outside");
        fs::create_symlink(exported.folder.path / "outside", file);
        const auto report = exported.audit();
        CHECK(names(report, "01.01", "openings/answer.save.jsonl"));
        CHECK(names(report, "01.04", "(answer.save)"));
    }
    SECTION("a symbolic link in the place of a folder is not followed") {
        fs::rename(exported.root() / "tile", exported.folder.path / "tile");
        fs::create_symlink(exported.folder.path / "tile", exported.root() / "tile");
        CHECK(names(exported.audit(), "01.02", "tile/entries/000"));
    }
    SECTION("an opening's line that does not read") {
        replace(exported.root() / "openings/answer.save.jsonl", "{}\n");
        const auto report = exported.audit();
        CHECK(names(report, "01.04", "openings/answer.save.jsonl, line 1"));
        CHECK(names(report, "01.04", "(answer.save)"));
    }
    SECTION("an opening of a leaf that is not there") {
        const auto file = exported.root() / "openings/paper.open.jsonl";
        replace(file, content(file) + R"({"index":999,"payload":"e30=","salt":"e30="})" + "\n");
        CHECK(names(exported.audit(), "01.04", "openings/paper.open.jsonl, line 2"));
    }
    SECTION("a tile of hashes") {
        auto tile = exported.root() / "tile/0/000.p";
        tile /= std::to_string(exported.log.source.entries.size());
        auto bytes = content(tile);
        bytes[40] = static_cast<char>(bytes[40] ^ 1);
        replace(tile, bytes);
        CHECK(names(exported.audit(), "03.03", "node 0/1"));
    }
    SECTION("a checkpoint that is none") {
        replace(exported.root() / "checkpoint", "nothing\n");
        CHECK(names(exported.audit(), "01.02", "checkpoint"));
    }
}

TEST_CASE("a bundle is not written over anything", "[journal][bundle]") {
    Exported exported{true};
    CHECK_THROWS_AS(journal::write_bundle(exported.log.source, exported.root()),
                    journal::BundleError);
    CHECK_THROWS_AS(journal::open_bundle(exported.folder.path / "nothing"), journal::BundleError);
}
