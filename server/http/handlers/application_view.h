// An application as its candidate and its officials see it.

#pragma once
#include "http/api/intake.h"
#include "store/reader.h"

namespace thi::http {

// What is known of it to officials: decisions at once.
api::ApplicationState state_of(const store::ApplicationRow& row);

// The candidate's own view: what people have found is told when the list is posted, not before.
api::MyApplication own_view(const store::Reader& reader, const store::ApplicationRow& row);

api::RegisterLine register_line(const store::ApplicationRow& row);

// The last request for a supplement, while it is open.
std::optional<std::string> open_request(const store::Reader& reader,
                                        const store::ApplicationRow& row);

std::optional<api::PetitionView> petition_view(const store::Reader& reader,
                                               const store::ApplicationRow& row);

} // namespace thi::http
