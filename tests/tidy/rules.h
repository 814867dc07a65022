// The rules of the house that a program can check. Each takes one file and says where it is broken.

#pragma once
#include "tidy/source.h"

namespace thi::tidy {

struct Rule {
    std::string_view name;
    std::vector<Finding> (*check)(const Source& source);
};

// All of them. A rule looks at a file's path to know whether it applies to it.
const std::vector<Rule>& rules();

std::vector<Finding> file_length(const Source& source);
std::vector<Finding> function_length(const Source& source);
std::vector<Finding> columns(const Source& source);
std::vector<Finding> opening_comment(const Source& source);
std::vector<Finding> banned_names(const Source& source);
std::vector<Finding> unfinished(const Source& source);
std::vector<Finding> workplace(const Source& source);

std::vector<Finding> downward_includes(const Source& source);
std::vector<Finding> clock_reads(const Source& source);
std::vector<Finding> sql_outside_store(const Source& source);
std::vector<Finding> floating_point(const Source& source);
std::vector<Finding> foreign_json(const Source& source);
std::vector<Finding> foreign_crypto(const Source& source);
std::vector<Finding> raw_html(const Source& source);
std::vector<Finding> awaited_temporaries(const Source& source);

} // namespace thi::tidy
