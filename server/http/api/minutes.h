// Minutes of a contest's acts, as a list; each is a document for print.

#pragma once
#include "core/plan/whole.h"
#include "print/minutes.h"
#include "text/described.h"

namespace thi::http::api {

struct MinutesLine {
    std::string name; // Ends the path of the document.
    print::MinutesKind kind = print::MinutesKind::result;
    std::string title;     // In Vietnamese, as the document says it.
    core::Whole index = 0; // Of the entry that ended the act.
};
BOOST_DESCRIBE_STRUCT(MinutesLine, (), (name, kind, title, index))

struct MinutesList {
    std::vector<MinutesLine> minutes;
};
BOOST_DESCRIBE_STRUCT(MinutesList, (), (minutes))

} // namespace thi::http::api
