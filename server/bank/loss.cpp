#include "bank/loss.h"

namespace thi::bank {

core::Fault refusal_for(const std::vector<Loss>& losses) {
    const auto count = std::to_string(losses.size());
    core::Fault fault;
    fault.code = core::Code::bad_value;
    fault.detail = {"Chuyển đổi sẽ làm mất " + count + " nội dung; chưa thực hiện.",
                    "The conversion would lose " + count + " element(s); nothing was done."};
    for (const auto& loss : losses) {
        core::FieldFault field;
        field.code = core::Code::bad_value;
        if (loss.line > 0) field.line = loss.line;
        const auto what = (loss.item.empty() ? "" : loss.item + ", ") + loss.element + ": ";
        field.detail = {what + loss.vi, what + loss.en};
        fault.errors.push_back(std::move(field));
    }
    return fault;
}

} // namespace thi::bank
