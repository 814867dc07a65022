#include "http/handlers/sitting_payload.h"

#include "http/exchange.h"
#include "http/status.h"
#include "journal/client.h"
#include "text/unicode.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

core::Fault of_another_sitting() {
    return {core::Code::not_found,
            {"Nội dung gửi lên là của một lượt thi khác.", "The text is of another sitting."},
            {}};
}

core::Fault not_nfc() {
    return {core::Code::bad_value,
            {"Câu trả lời phải ở dạng Unicode NFC.", "The answer must be in Unicode NFC."},
            {}};
}

// what is not in NFC would not be found again by whoever types it the other way.
bool all_nfc(const core::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return text::is_nfc(*text);
    if (const auto* chosen = std::get_if<std::vector<std::string>>(&value))
        return std::all_of(chosen->begin(), chosen->end(),
                           [](const auto& one) { return text::is_nfc(one); });
    if (const auto* pairs = std::get_if<std::map<std::string, std::string>>(&value))
        return std::all_of(pairs->begin(), pairs->end(), [](const auto& pair) {
            return text::is_nfc(pair.first) && text::is_nfc(pair.second);
        });
    return true;
}

} // namespace

core::Result<core::SaveAnswer> read_save(const api::OneSave& sent, const Sender& sender) {
    auto client = journal::read_client_save(sent.payload, sent.sig);
    if (!client) return fault_of(client.error());
    if (client->sitting != sender.sitting) return of_another_sitting();
    if (!all_nfc(client->value)) return not_nfc();
    return core::SaveAnswer{.candidate = sender.candidate,
                            .client = std::move(*client),
                            .text_hash = crypto::sha256(sent.payload),
                            .received_at = sender.received_at};
}

core::Result<core::SubmitSitting> read_submit(const api::OneSave& sent, const Sender& sender) {
    auto client = journal::read_client_submit(sent.payload, sent.sig);
    if (!client) return fault_of(client.error());
    if (client->sitting != sender.sitting) return of_another_sitting();
    return core::SubmitSitting{.candidate = sender.candidate,
                               .client = std::move(*client),
                               .text_hash = crypto::sha256(sent.payload),
                               .received_at = sender.received_at};
}

core::Whole seq_in(std::string_view payload) {
    const auto parsed = text::parse(payload, {.bytes_max = journal::client_text_bytes_max});
    const auto* members = parsed ? parsed->if_object() : nullptr;
    const auto* seq = members == nullptr ? nullptr : members->if_contains("seq");
    return seq != nullptr && seq->is_int64() ? seq->as_int64() : 0;
}

api::SaveProblem problem_of(const core::Fault& fault) {
    return {.code = fault.code,
            .status = status_of(fault.code),
            .vi = fault.detail.vi,
            .en = fault.detail.en};
}

} // namespace thi::http::handlers
