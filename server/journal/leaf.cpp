#include "journal/leaf.h"

#include "journal/line.h"
#include "text/base64.h"
#include "text/json.h"

#include <algorithm>
#include <stdexcept>

namespace thi::journal {
namespace {

constexpr std::string_view leaf_version = "exam-leaf/v1\n";

constexpr LeafType types[] = {
    // plan
    {"contest.genesis", Opened::at_once},
    {"plan.amend", Opened::at_once},
    {"plan.waive", Opened::at_once},
    {"contest.state", Opened::at_once},
    {"calendar.extend", Opened::at_once},
    {"person.grant", Opened::at_once},
    {"person.revoke", Opened::at_once},
    {"person.conflict", Opened::to_auditors},
    // intake
    {"intake.apply", Opened::to_auditors},
    {"intake.supplement", Opened::to_auditors},
    {"intake.withdraw", Opened::to_auditors},
    {"intake.find", Opened::to_auditors},
    {"intake.decide", Opened::to_auditors},
    {"intake.result", Opened::to_auditors},
    {"petition.file", Opened::to_auditors},
    {"petition.decide", Opened::to_auditors},
    {"intake.list", Opened::at_once},
    // sitting
    {"paper.seal", Opened::at_once},
    {"paper.open", Opened::at_once},
    {"paper.switch", Opened::at_once},
    {"key.seal", Opened::at_once},
    {"draw.freeze", Opened::at_once},
    {"draw.commit", Opened::at_once},
    {"draw.reveal", Opened::at_once},
    {"draw.result", Opened::at_once},
    {"room.plan", Opened::at_once},
    {"time.remove", Opened::at_once},
    {"time.restore", Opened::at_once},
    {"incident.open", Opened::at_once},
    {"incident.close", Opened::at_once},
    {"sitting.admit", Opened::to_auditors},
    {"sitting.lease", Opened::to_auditors},
    {"answer.save", Opened::to_auditors},
    {"answer.late", Opened::to_auditors},
    {"late.decide", Opened::to_auditors},
    {"sitting.submit", Opened::to_auditors},
    {"sitting.end", Opened::to_auditors},
    {"time.grant", Opened::to_auditors},
    {"infraction.record", Opened::to_auditors},
    // marking
    {"script.blind", Opened::at_release},
    // Whoever has it knows whose every script was.
    {"script.seed", Opened::to_auditors},
    {"mark.assign", Opened::at_release},
    {"mark.commit", Opened::at_release},
    {"mark.settle", Opened::at_release},
    {"mark.third", Opened::at_release},
    {"mark.anomaly", Opened::to_auditors}, // Says which names stood in a script.
    {"marker.stop", Opened::at_release},
    {"marker.qualify", Opened::at_release},
    {"script.unblind", Opened::at_release},
    {"project.file", Opened::at_release},
    {"defence.open", Opened::at_release},
    {"defence.step", Opened::at_release},
    {"defence.question", Opened::at_release},
    {"ballot.issue", Opened::at_release},
    {"ballot.cast", Opened::at_release},
    {"ballot.count", Opened::at_release},
    {"sheet.score", Opened::at_release},
    // result
    {"score.compute", Opened::at_release},
    {"tie.step", Opened::at_release},
    {"result.release", Opened::at_release},
    {"result.final", Opened::at_release},
    {"appeal.decide", Opened::at_release},
    {"mark.amend", Opened::at_release},
    {"remedy.apply", Opened::at_release},
    {"round.resit", Opened::at_once},
    {"appeal.file", Opened::to_auditors},
    // log
    {"clock.beat", Opened::at_once},
    {"sec.digest", Opened::at_once},
    {"record.erase", Opened::at_once},
    {"log.close", Opened::at_once},
    {"log.succeed", Opened::at_once},
};

text::Mistake bad_leaf(std::string vi, std::string en) {
    return text::mistaken(text::Kind::format, std::move(vi), std::move(en));
}

} // namespace

std::span<const LeafType> leaf_types() {
    return types;
}

const LeafType* find_leaf_type(std::string_view name) {
    const auto* const found = std::find_if(std::begin(types), std::end(types),
                                           [name](const auto& type) { return type.name == name; });
    return found == std::end(types) ? nullptr : found;
}

void Released::take(std::string_view type, std::uint64_t index) {
    if (type == "result.release") {
        until_ = index + 1;
        now_ = true;
    }
    if (type == "round.resit") now_ = false;
}

std::string print_leaf(const Leaf& leaf) {
    const auto ms = core::to_ms(leaf.at);
    if (find_leaf_type(leaf.type) == nullptr || ms < 0 || ms > text::integer_max)
        throw std::logic_error("a leaf that cannot be written: " + leaf.type);
    std::string out;
    out.reserve(leaf_version.size() + leaf.type.size() + 64);
    out += leaf_version;
    out += leaf.type;
    out += '\n';
    append_decimal(out, static_cast<std::uint64_t>(ms));
    out += '\n';
    text::append_base64(out, view(leaf.commitment));
    out += '\n';
    return out;
}

text::Result<Leaf> parse_leaf(std::string_view bytes) {
    if (bytes.size() > leaf_bytes_max)
        return text::mistaken(text::Kind::limit, "Lá dài quá 1.024 byte.",
                              "The leaf is longer than 1,024 bytes.");
    if (!bytes.starts_with(leaf_version))
        return bad_leaf("Dòng đầu phải là exam-leaf/v1.", "The first line must be exam-leaf/v1.");
    LineReader lines{bytes.substr(leaf_version.size())};
    const auto type_line = lines.next();
    const auto time_line = lines.next();
    const auto commitment_line = lines.next();
    if (!type_line || !time_line || !commitment_line || !lines.done())
        return bad_leaf("Lá phải có đúng bốn dòng, mỗi dòng kết thúc bằng LF.",
                        "A leaf has exactly four lines, each ends in LF.");
    if (find_leaf_type(*type_line) == nullptr)
        return bad_leaf("Loại sự kiện không có trong danh mục.", "The type is not in the list.");
    const auto ms = parse_decimal(*time_line, static_cast<std::uint64_t>(text::integer_max));
    if (!ms) return bad_leaf("Thời điểm không đúng dạng.", "The time is not a plain decimal.");
    const auto commitment = parse_digest(*commitment_line);
    if (!commitment)
        return bad_leaf("Cam kết phải là base64 của 32 byte.",
                        "The commitment must be base64 of 32 bytes.");
    return Leaf{std::string{*type_line}, core::from_ms(static_cast<std::int64_t>(*ms)),
                *commitment};
}

Digest commit(const Salt& salt, std::string_view payload) {
    return crypto::sha256(
        {"exam-commit/v1\n", {reinterpret_cast<const char*>(salt.data()), salt.size()}, payload});
}

} // namespace thi::journal
