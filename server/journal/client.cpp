#include "journal/client.h"

#include "text/base64.h"
#include "text/described.h"

#include <boost/describe/class.hpp>

namespace thi::journal {
namespace {

// The members of the texts.
struct SaveText {
    core::Instant client_time;
    core::ItemId item;
    core::Whole lease = 0;
    crypto::Digest prev;
    core::Whole seq = 0;
    core::SittingId sitting;
    core::Value value;
};
BOOST_DESCRIBE_STRUCT(SaveText, (), (client_time, item, lease, prev, seq, sitting, value))

struct SubmitText {
    core::Instant client_time;
    bool final_ = true;
    core::Whole lease = 0;
    crypto::Digest prev;
    core::Whole seq = 0;
    core::SittingId sitting;
};
BOOST_DESCRIBE_STRUCT(SubmitText, (), (client_time, final_, lease, prev, seq, sitting))

template <class T> text::Result<T> read(std::string_view text, std::string_view sig) {
    const auto base64 = text::decode_base64(sig);
    if (sig.size() > client_sig_bytes_max || !base64)
        return text::mistaken(text::Kind::format, "Chữ ký phải là base64.",
                              "The signature must be base64.");
    auto read = text::from_text<T>(text, {.bytes_max = client_text_bytes_max, .depth_max = 4});
    if (read && text::to_text(*read) != text)
        return text::mistaken(text::Kind::format, "Nội dung gửi lên không ở dạng chuẩn tắc.",
                              "The payload is not in canonical form.");
    return read;
}

} // namespace

text::Result<core::ClientSave> read_client_save(std::string_view text, std::string_view sig) {
    auto read = journal::read<SaveText>(text, sig);
    if (!read) return read.error();
    return core::ClientSave{.text = std::string{text},
                            .client_time = read->client_time,
                            .item = read->item,
                            .lease = read->lease,
                            .prev = read->prev,
                            .seq = read->seq,
                            .sitting = read->sitting,
                            .value = std::move(read->value),
                            .sig = std::string{sig}};
}

text::Result<core::ClientSubmit> read_client_submit(std::string_view text, std::string_view sig) {
    const auto read = journal::read<SubmitText>(text, sig);
    if (!read) return read.error();
    if (!read->final_)
        return text::mistaken(text::Kind::format, "Bài nộp phải có \"final\": true.",
                              "A submission says \"final\": true.");
    return core::ClientSubmit{.text = std::string{text},
                              .client_time = read->client_time,
                              .lease = read->lease,
                              .prev = read->prev,
                              .seq = read->seq,
                              .sitting = read->sitting,
                              .sig = std::string{sig}};
}

std::string client_text(const core::ClientSave& save) {
    return text::to_text(SaveText{save.client_time, save.item, save.lease, save.prev, save.seq,
                                  save.sitting, save.value});
}

std::string client_text(const core::ClientSubmit& submit) {
    return text::to_text(SubmitText{submit.client_time, true, submit.lease, submit.prev, submit.seq,
                                    submit.sitting});
}

} // namespace thi::journal
