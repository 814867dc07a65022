#include "journal/verify/papers.h"

#include "core/sitting/paper_check.h"
#include "journal/paper.h"

namespace thi::journal {

void Papers::seal(core::SealedPaper& paper, const std::string& where) {
    auto& check = report_["04.03"];
    const auto files = source_.paper(paper.paper);
    if (!files) {
        ++without_content_;
        return;
    }
    ++check.examined;
    if (files->ciphertext && crypto::sha256(*files->ciphertext) != paper.ciphertext_hash)
        check.fail(where, "Bản mã của đề khác với mã băm đã niêm phong.",
                   "The ciphertext is not the one sealed.");
    if (crypto::sha256(files->paper) != paper.plaintext_commitment) {
        check.fail(where, "Nội dung đề khác với cam kết.",
                   "The paper is not the one committed to.");
        return;
    }
    auto content = read_paper(files->paper);
    if (!content || content->paper != paper.paper) {
        check.fail(where, "Nội dung đề không đọc được.", "The paper does not read.");
        return;
    }
    paper.content = std::move(*content);
}

void Papers::key(core::SealedPaper& paper, const std::string& where) {
    if (!paper.content) return;
    const auto files = source_.paper(paper.paper);
    if (!files) return;
    auto& check = report_["04.05"];
    ++check.examined;
    if (crypto::sha256(files->key_document) != *paper.key_commitment) {
        check.fail(where, "Đáp án khác với cam kết.", "The key is not the one committed to.");
        return;
    }
    auto key = read_key_document(files->key_document);
    if (!key || !core::check_paper(*paper.content, *key).empty()) {
        check.fail(where, "Đáp án không đọc được hoặc không khớp đề.",
                   "The key does not read or does not fit the paper.");
        return;
    }
    paper.key = std::move(*key);
}

void Papers::take(core::Contest& contest, const core::Event& event, const std::string& where) {
    if (const auto* sealed = std::get_if<core::PaperSealed>(&event)) {
        seal(contest.papers.at(sealed->paper), where);
    } else if (const auto* keyed = std::get_if<core::KeySealed>(&event)) {
        auto& paper = contest.papers.at(keyed->paper);
        for (const auto& [id, sitting] : contest.sittings)
            if (sitting.paper == keyed->paper)
                report_["04.05"].fail(where, "Đáp án được cam kết sau khi đã có người làm bài.",
                                      "The key was committed to after somebody had begun.");
        key(paper, where);
    } else if (const auto* leased = std::get_if<core::SittingLeased>(&event)) {
        auto& check = report_["04.03"];
        ++check.examined;
        if (contest.papers.at(leased->paper).ciphertext_hash != leased->paper_hash)
            check.fail(where, "Mã băm đề lúc bắt đầu khác với đề đã niêm phong.",
                       "The paper's hash at the start is not the sealed one.");
    }
}

void Papers::finish() {
    if (without_content_ == 0) return;
    for (const auto* check : {"04.03", "04.05"})
        report_[check].sealed += without_content_;
}

} // namespace thi::journal
