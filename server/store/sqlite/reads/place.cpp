// To which contest, and to which candidate, an id of a path belongs (S-03).

#include "store/sqlite/reads/reader.h"

namespace thi::store::sqlite {

namespace {

std::optional<Place> read_place(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return Place{rows.id<core::ContestId>(0), rows.maybe_id<core::CandidateId>(1)};
}

} // namespace

std::optional<Place> Reader::place(std::string_view id) const {
    const auto prefix = id.substr(0, id.find('_'));
    if (prefix == "con")
        return read_place(db_.select("SELECT contest, NULL FROM contest_site WHERE contest = ?1 "
                                     "UNION SELECT contest, NULL FROM contest WHERE contest = ?1",
                                     id));
    if (prefix == "sit")
        return read_place(
            db_.select("SELECT contest, candidate FROM sitting WHERE sitting = ?", id));
    if (prefix == "app")
        return read_place(
            db_.select("SELECT contest, candidate FROM application WHERE application = ?", id));
    if (prefix == "doc")
        return read_place(db_.select("SELECT contest, candidate FROM document "
                                     "JOIN candidate USING (candidate) WHERE document = ?",
                                     id));
    if (prefix == "cand")
        return read_place(
            db_.select("SELECT contest, candidate FROM candidate WHERE candidate = ?", id));
    if (prefix == "per")
        return read_place(db_.select("SELECT contest, NULL FROM person WHERE person = ?", id));
    if (prefix == "pap")
        return read_place(
            db_.select("SELECT contest, NULL FROM paper_content WHERE paper = ?", id));
    if (prefix == "room")
        return read_place(db_.select("SELECT contest, NULL FROM room WHERE room = ?", id));
    if (prefix == "prop")
        return read_place(db_.select("SELECT contest, NULL FROM proposal WHERE proposal = ?", id));
    if (prefix == "inc")
        return read_place(db_.select("SELECT contest, NULL FROM incident WHERE incident = ?", id));
    if (prefix == "pet")
        return read_place(db_.select("SELECT p.contest, candidate FROM petition p "
                                     "JOIN application USING (application) WHERE petition = ?",
                                     id));
    return std::nullopt;
}

} // namespace thi::store::sqlite
