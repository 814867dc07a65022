// What a conversion between formats could not carry, named so that nothing is dropped silently.

#pragma once
#include "core/fault.h"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace thi::bank {

// One element lost at one place.
struct Loss {
    std::string element;   // A member of the bank's format, or an element of the other format.
    std::string item;      // On export: the item's id, or the bank's name.
    std::int64_t line = 0; // On import: of the file, from 1.
    std::string vi;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(Loss, (), (element, item, line, vi, en))

// The refusal that stands for a conversion with losses: bad_value, one error for each loss.
core::Fault refusal_for(const std::vector<Loss>& losses);

} // namespace thi::bank
