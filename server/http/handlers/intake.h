// Intake as the candidate meets it: dossier, documents, applications, petitions.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

net::awaitable<core::Result<Reply>> read_dossier(Exchange& exchange);
net::awaitable<core::Result<Reply>> write_dossier(Exchange& exchange);
net::awaitable<core::Result<Reply>> hand_in_document(Exchange& exchange);
net::awaitable<core::Result<Reply>> read_document(Exchange& exchange);

net::awaitable<core::Result<Reply>> apply_for_post(Exchange& exchange);
net::awaitable<core::Result<Reply>> my_applications(Exchange& exchange);
net::awaitable<core::Result<Reply>> supplement(Exchange& exchange);
net::awaitable<core::Result<Reply>> withdraw_application(Exchange& exchange);
net::awaitable<core::Result<Reply>> file_petition(Exchange& exchange);

} // namespace thi::http::handlers
