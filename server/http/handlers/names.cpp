#include "http/handlers/names.h"

namespace thi::http::handlers {

OfficialNames official_names(const store::Reader& reader, core::ContestId contest) {
    OfficialNames names;
    for (const auto& official : reader.officials(contest))
        names[official.person] = official.names.full_name;
    return names;
}

std::string name_in(const OfficialNames& names, core::PersonId person) {
    const auto found = names.find(person);
    return found == names.end() ? std::string{} : found->second;
}

} // namespace thi::http::handlers
