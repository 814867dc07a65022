// The rows behind parameters.h. For parameters.cpp alone.

#pragma once
#include "core/plan/parameters.h"

#include <optional>
#include <span>
#include <string_view>

namespace thi::core {

struct ParameterRow {
    std::string_view name;
    std::string_view unit;
    std::string_view title_vi;
    std::string_view title_en;
    std::string_view waived_vi;
    std::string_view waived_en;
    Stage frozen_from;
    Effect effect;
    Missing missing;
    std::optional<RoundType> only_with;
    Whole lowest = 0; // Whole numbers only; lowest == highest: no range is judged.
    Whole highest = 0;
};

std::span<const ParameterRow> parameter_rows();

} // namespace thi::core
