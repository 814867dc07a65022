#include "core/reason.h"

#include "core/refusal.h"

namespace thi::core {

Result<void> reasoned(std::string_view reason) {
    if (reason.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return refuse(Code::invalid_field, "Cần ghi lý do.", "A reason is needed.",
                      {wrong("/reason", "Cần ghi lý do.", "A reason is needed.")});
    if (reason.size() > reason_max_bytes)
        return refuse(
            Code::invalid_field, "Lý do quá dài.", "The reason is too long.",
            {wrong("/reason", "Tối đa 4.000 byte.", "At most 4,000 bytes.", Code::too_large)});
    return {};
}

} // namespace thi::core
