#include "http/security_log.h"

#include "text/json.h"

namespace thi::http {
namespace {

constexpr int unauthorised = 401;
constexpr int forbidden = 403;
constexpr int not_found = 404;
constexpr int too_many = 429;

std::string_view name_of(Watched watched) {
    switch (watched) {
    case Watched::sign_in:
        return "sign_in";
    case Watched::sign_out:
        return "sign_out";
    case Watched::approval:
        return "approval";
    case Watched::rights:
        return "rights";
    case Watched::sealed_read:
        return "sealed_read";
    case Watched::no:
        break;
    }
    return {};
}

// A page that asks who it is, before anybody signed in, is refused nothing; nor is a missing file.
bool is_refusal(const Answered& answered) {
    if (!answered.refused.empty()) return true;
    switch (answered.status) {
    case unauthorised:
        return answered.with_session || answered.watched != Watched::no;
    case not_found:
        return !answered.account.empty();
    case forbidden:
    case too_many:
        return true;
    default:
        return false;
    }
}

// An address or a template cannot hold them; if one ever did, the line would still be a line.
std::string as_plain_text(std::string_view text) {
    std::string plain{text};
    for (auto& c : plain)
        if (c < 0x20 || c > 0x7e) c = '?';
    return plain;
}

} // namespace

std::optional<std::string> security_line(const Answered& answered) {
    std::string_view what;
    if (is_refusal(answered))
        what = "refusal";
    else if (answered.status >= 200 && answered.status < 300)
        what = name_of(answered.watched);
    if (what.empty()) return std::nullopt;
    std::string line = "{\"log\":\"security\",\"at\":" + std::to_string(core::to_ms(answered.at));
    const auto add = [&line](std::string_view name, std::string_view value) {
        if (!value.empty())
            line.append(",\"").append(name).append("\":").append(
                text::canonical(as_plain_text(value)));
    };
    add("what", what);
    add("id", answered.id);
    add("from", answered.from);
    add("account", answered.account);
    add("method", answered.method);
    add("path", answered.path);
    line.append(",\"status\":").append(std::to_string(answered.status));
    add("refused", answered.refused);
    return line.append("}");
}

} // namespace thi::http
