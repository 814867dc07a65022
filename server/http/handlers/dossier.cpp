#include "http/handlers/dossier.h"

#include "core/plan/calendar.h"
#include "core/refusal.h"
#include "http/exchange.h"
#include "http/new_id.h"
#include "http/refusals.h"

namespace thi::http {
namespace {

constexpr core::Whole year_min = 1950;
constexpr core::Whole year_max = 2199;

class Faults {
  public:
    void date(const char* pointer, const std::optional<std::string>& text) {
        if (text && !core::parse_date(*text))
            add(pointer, "Ngày phải có dạng NĂM-THÁNG-NGÀY.", "A date is written YYYY-MM-DD.");
    }
    void words(const char* pointer, const std::optional<std::string>& text) {
        if (text && text->size() > fact_bytes_max)
            add(pointer, "Nội dung quá dài.", "The text is too long.");
    }
    void add(std::string pointer, const char* vi, const char* en) {
        faults_.push_back(core::wrong(std::move(pointer), vi, en));
    }
    core::Result<void> result() {
        if (faults_.empty()) return {};
        return core::refuse(core::Code::invalid_field, "Hồ sơ có mục chưa hợp lệ.",
                            "Some facts of the dossier are not valid.", std::move(faults_));
    }

  private:
    std::vector<core::FieldFault> faults_;
};

} // namespace

core::Result<Applicant> applicant(const Exchange& exchange) {
    const auto& standing = exchange.any_standing();
    if (standing && !standing->roles.empty())
        return core::refuse(core::Code::role_conflict,
                            "Người có nhiệm vụ trong kỳ thi không được dự thi.",
                            "Whoever has a duty in the contest cannot be its candidate.");
    Applicant found;
    found.known = standing && standing->candidate;
    found.candidate = found.known ? *standing->candidate : new_id<core::CandidateId>();
    found.join = [contest = exchange.path<core::ContestId>("contest"), account = exchange.account(),
                  candidate = found.candidate](store::SiteWriter& write,
                                               const core::Events&) -> core::Result<void> {
        if (write.join_candidate(contest, account, candidate) == candidate) return {};
        return server_full(); // Two first requests at once: ask again.
    };
    return found;
}

core::Dossier dossier_of(const store::Reader& reader, core::CandidateId candidate) {
    core::Dossier dossier;
    dossier.facts = reader.dossier(candidate).value_or(core::DossierFacts{});
    for (const auto& document : reader.documents(candidate))
        dossier.documents.push_back(
            {document.document, document.kind, document.sha256, document.version});
    return dossier;
}

crypto::Digest dossier_hash(const core::Dossier& dossier) {
    return crypto::sha256({"exam-dossier/v1\n", text::to_text(dossier)});
}

core::Result<void> plausible(const core::DossierFacts& facts) {
    Faults faults;
    faults.date("/born_on", facts.born_on);
    faults.date("/party_member_since", facts.party_member_since);
    faults.date("/health_certified_on", facts.health_certified_on);
    faults.words("/position", facts.position);
    faults.words("/organisation", facts.organisation);
    faults.words("/degree_field", facts.degree_field);
    if (facts.years_in_sector && (*facts.years_in_sector < 0 || *facts.years_in_sector > 70))
        faults.add("/years_in_sector", "Số năm từ 0 đến 70.", "Years are from 0 to 70.");
    if (facts.discipline.size() > fact_lines_max)
        faults.add("/discipline", "Quá nhiều dòng.", "Too many lines.");
    if (facts.appraisals.size() > fact_lines_max)
        faults.add("/appraisals", "Quá nhiều dòng.", "Too many lines.");
    for (std::size_t i = 0; i < facts.discipline.size() && i < fact_lines_max; ++i)
        faults.date(("/discipline/" + std::to_string(i) + "/decided_on").c_str(),
                    facts.discipline[i].decided_on);
    for (std::size_t i = 0; i < facts.appraisals.size() && i < fact_lines_max; ++i)
        if (facts.appraisals[i].year < year_min || facts.appraisals[i].year > year_max)
            faults.add("/appraisals/" + std::to_string(i) + "/year", "Năm không hợp lệ.",
                       "Not a year that can be meant.");
    return faults.result();
}

api::DocumentLine line_of(const store::Document& document) {
    return {document.document, document.kind,   document.file_name, document.media_type,
            document.bytes,    document.sha256, document.version,   document.received_at};
}

} // namespace thi::http
