// Beast's opinion of a head that the edge filter has let through. Both must read the same request;
// where they differ, somebody else would differ too, and the request is refused (S-10).

#pragma once
#include "http/edge_filter.h"

#include <string_view>

namespace thi::http {

// Whether Beast reads `bytes` (the whole head) as `head` says.
bool beast_agrees(std::string_view bytes, const Head& head);

} // namespace thi::http
