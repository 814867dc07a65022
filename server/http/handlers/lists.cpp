#include "http/handlers/lists.h"

#include "core/refusal.h"
#include "text/described.h"

#include <variant>

namespace thi::http {

crypto::Digest hash_of(const core::EligibleList& list) {
    return crypto::sha256(text::to_text(list));
}

store::SiteWrite same_list(const core::EligibleList& list) {
    return [eligible = static_cast<core::Whole>(list.eligible.size()), refused = list.refused,
            by_ground = list.refused_by_ground](store::SiteWriter&,
                                                const core::Events& events) -> core::Result<void> {
        for (const auto& event : events)
            if (const auto* posted = std::get_if<core::ListPosted>(&event))
                if (posted->eligible == eligible && posted->refused == refused &&
                    posted->refused_by_ground == by_ground)
                    return {};
        return core::refuse(core::Code::wrong_state, "Danh sách vừa thay đổi; hãy thử lại.",
                            "The list has just changed; try again.");
    };
}

} // namespace thi::http
