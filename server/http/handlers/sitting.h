// The candidate's side of a sitting: lobby, lease, key, saves, end. Decides nothing: core does, in
// the writer.

#pragma once
#include "http/route.h"

namespace thi::http::handlers {

// Lobby (sitting_lobby.cpp).
net::awaitable<core::Result<Reply>> my_sittings(Exchange& exchange);
net::awaitable<core::Result<Reply>> begin_practice(Exchange& exchange);
net::awaitable<core::Result<Reply>> sitting(Exchange& exchange);

// Going in (sitting_entry.cpp).
net::awaitable<core::Result<Reply>> take_lease(Exchange& exchange);
net::awaitable<core::Result<Reply>> paper_ciphertext(Exchange& exchange);
net::awaitable<core::Result<Reply>> paper_key(Exchange& exchange);

// Saving and the end (sitting_saves.cpp, sitting_end.cpp).
net::awaitable<core::Result<Reply>> save_answers(Exchange& exchange);
net::awaitable<core::Result<Reply>> submit(Exchange& exchange);
net::awaitable<core::Result<Reply>> submission(Exchange& exchange);
net::awaitable<core::Result<Reply>> early_score(Exchange& exchange);

// What is kept beside it (sitting_kept.cpp).
net::awaitable<core::Result<Reply>> answers(Exchange& exchange);
net::awaitable<core::Result<Reply>> notes(Exchange& exchange);
net::awaitable<core::Result<Reply>> put_notes(Exchange& exchange);
net::awaitable<core::Result<Reply>> call_invigilator(Exchange& exchange);
net::awaitable<core::Result<Reply>> sitting_events(Exchange& exchange);

#ifdef THITUYEN_TESTING
// As save_answers, to the last byte of the reply's length, without a commit: what benchmarks
// compare with.
net::awaitable<core::Result<Reply>> fixed_reply(Exchange& exchange);
#endif

} // namespace thi::http::handlers
