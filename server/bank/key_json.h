// The JSON form of a key: an array of option ids, or an object for numeric and text keys.

#pragma once
#include "bank/bank.h"
#include "text/described.h"

namespace thi::text {

template <> struct Codec<bank::Key> {
    static boost::json::value write(const bank::Key& key) {
        return std::visit([](const auto& form) { return to_json(form); }, key);
    }
    static bank::Key read(const boost::json::value& from, Reading& reading) {
        if (from.is_array()) return Codec<std::vector<std::string>>::read(from, reading);
        const auto* const object = from.if_object();
        if (object == nullptr) {
            reading.expected("một mảng mã phương án hoặc một đối tượng đáp án",
                             "an array of option ids or a key object");
            return {};
        }
        if (object->contains("accepted")) return Codec<bank::TextKey>::read(from, reading);
        return Codec<core::NumericKey>::read(from, reading);
    }
};

} // namespace thi::text
