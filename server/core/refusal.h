// refuse(): a Fault in one line, Vietnamese first.

#pragma once
#include "core/fault.h"

#include <string>
#include <utility>
#include <vector>

namespace thi::core {

inline Fault refuse(Code code, std::string vi, std::string en,
                    std::vector<FieldFault> errors = {}) {
    return Fault{code, Sentence{std::move(vi), std::move(en)}, std::move(errors)};
}

inline FieldFault wrong(std::string pointer, std::string vi, std::string en,
                        Code code = Code::invalid_field) {
    return FieldFault{std::move(pointer), {}, code, Sentence{std::move(vi), std::move(en)}};
}

} // namespace thi::core
