#include "journal/payload.h"

#include "journal/client.h"
#include "journal/payload_codec.h"
#include "journal/receipt.h"
#include "text/described.h"

#include <boost/describe/class.hpp>

#include <array>
#include <stdexcept>
#include <utility>

namespace thi::journal {
namespace {

// The payload around a candidate's own text.
struct Wrapped {
    std::string client;
    core::Instant received_at;
    std::string sig;
    std::optional<core::LateWhy> why;
};
BOOST_DESCRIBE_STRUCT(Wrapped, (), (client, received_at, sig, why))

Fate fate_of(core::LateWhy why) {
    switch (why) {
    case core::LateWhy::late:
        return Fate::late;
    case core::LateWhy::superseded:
        return Fate::superseded;
    case core::LateWhy::conflict:
        return Fate::conflict;
    }
    throw std::logic_error("no such reason for a late answer");
}

std::string encode_one(const core::AnswerSaved& event) {
    return logged_payload({event.client.text, event.client.sig, Fate::counts}, event.received_at);
}
std::string encode_one(const core::AnswerLate& event) {
    return logged_payload({event.client.text, event.client.sig, fate_of(event.why)},
                          event.received_at);
}
std::string encode_one(const core::SittingSubmitted& event) {
    return logged_payload({event.client.text, event.client.sig, Fate::submitted},
                          event.received_at);
}
template <class T> std::string encode_one(const T& event) {
    return text::canonical(PayloadCodec<T>::write(event));
}

template <class T> struct Reader {
    static core::Event read(const boost::json::value& from, text::Reading& reading) {
        return PayloadCodec<T>::read(from, reading);
    }
};

// `why` stands exactly where an answer is late.
Wrapped read_wrapped(const boost::json::value& from, bool late, text::Reading& reading) {
    auto wrapped = text::Codec<Wrapped>::read(from, reading);
    if (wrapped.why.has_value() != late)
        reading.refuse(text::Kind::format, "Thành phần \"why\" chỉ có ở câu trả lời muộn.",
                       "The member \"why\" belongs to late answers only.");
    if (core::to_ms(wrapped.received_at) < 0) {
        reading.enter("received_at");
        reading.refuse(text::Kind::range, "Thời điểm trước năm 1970.", "An instant before 1970.");
        reading.leave();
    }
    return wrapped;
}

// The candidate's own text inside a payload.
template <class Client> Client inside(const text::Result<Client>& client, text::Reading& reading) {
    if (client) return *client;
    reading.enter("client");
    const auto& mistake = client.error();
    reading.refuse(mistake.kind, mistake.detail.vi, mistake.detail.en);
    reading.leave();
    return {};
}

template <> struct Reader<core::AnswerSaved> {
    static core::Event read(const boost::json::value& from, text::Reading& reading) {
        const auto wrapped = read_wrapped(from, false, reading);
        return core::AnswerSaved{inside(read_client_save(wrapped.client, wrapped.sig), reading),
                                 wrapped.received_at};
    }
};

template <> struct Reader<core::AnswerLate> {
    static core::Event read(const boost::json::value& from, text::Reading& reading) {
        const auto wrapped = read_wrapped(from, true, reading);
        return core::AnswerLate{inside(read_client_save(wrapped.client, wrapped.sig), reading),
                                wrapped.received_at, wrapped.why.value_or(core::LateWhy::late)};
    }
};

template <> struct Reader<core::SittingSubmitted> {
    static core::Event read(const boost::json::value& from, text::Reading& reading) {
        const auto wrapped = read_wrapped(from, false, reading);
        return core::SittingSubmitted{
            inside(read_client_submit(wrapped.client, wrapped.sig), reading), wrapped.received_at};
    }
};

struct Row {
    std::string_view type;
    core::Event (*read)(const boost::json::value& from, text::Reading& reading);
};

template <class List> struct Table;
template <class... T> struct Table<std::variant<T...>> {
    static constexpr std::array<Row, sizeof...(T)> rows{Row{T::leaf, &Reader<T>::read}...};
};
constexpr const auto& table = Table<core::AnyEvent>::rows;

} // namespace

std::string encode(const core::Event& event) {
    return std::visit([](const auto& one) { return encode_one(one); }, event);
}

text::Result<core::Event> decode(std::string_view type, std::string_view payload) {
    for (const auto& row : table) {
        if (row.type != type) continue;
        const auto value = text::parse(
            payload, {.bytes_max = payload_bytes_max, .members_max = payload_bytes_max});
        if (!value) return value.error();
        text::Reading reading;
        auto event = row.read(*value, reading);
        if (!reading.clean()) return reading.mistake();
        if (encode(event) != payload)
            return text::mistaken(text::Kind::format, "Nội dung không ở dạng chuẩn tắc.",
                                  "The payload is not in canonical form.");
        return event;
    }
    return text::mistaken(text::Kind::unknown, "Không biết đọc loại sự kiện này.",
                          "There is no payload for this type.");
}

std::vector<std::string_view> payload_types() {
    std::vector<std::string_view> out;
    for (const auto& row : table)
        out.push_back(row.type);
    return out;
}

Entry make_entry(const core::Event& event, core::Instant at, const Salt& salt) {
    Entry entry;
    entry.payload = encode(event);
    entry.salt = salt;
    entry.leaf = print_leaf({std::string{core::leaf_type(event)}, at, commit(salt, entry.payload)});
    entry.hash = leaf_hash(entry.leaf);
    return entry;
}

} // namespace thi::journal
