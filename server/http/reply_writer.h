// A reply as the bytes of HTTP/1.1, with the security headers that every reply carries (S-15,
// S-16, S-19). No banner says what serves it (S-57).

#pragma once
#include "core/time.h"
#include "http/edge_filter.h"
#include "http/reply.h"

#include <string>
#include <string_view>

namespace thi::http {

// The CSP of the client's pages (web design, section 4), and of everything else.
extern const std::string_view page_policy;
extern const std::string_view data_policy;

// Turns replies into heads. One for each connection: keeps the text of the current second.
class ReplyWriter {
  public:
    explicit ReplyWriter(bool encrypted) : encrypted_(encrypted) {}

    // Appends the head of `reply` to `out`. A stream's head has no length and closes.
    void write_head(std::string& out, const Reply& reply, bool keep_alive, core::Instant now);

  private:
    bool encrypted_;
    std::int64_t date_s_ = -1;
    std::string date_;
};

// A GET whose ETag the client already has becomes 304 without content.
void make_conditional(Reply& reply, const Head& head);

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7).
std::string http_date(core::Instant at);

} // namespace thi::http
