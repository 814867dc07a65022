#include "journal/paper.h"

#include "text/described.h"

#include <boost/describe/class.hpp>

namespace thi::journal {
namespace {

struct KeyDocument {
    core::AnswerKey key;
    Salt salt{};
};
BOOST_DESCRIBE_STRUCT(KeyDocument, (), (key, salt))

template <class T> text::Result<T> read_canonical(std::string_view from) {
    auto read = text::from_text<T>(from, {.bytes_max = paper_bytes_max});
    if (read && text::to_text(*read) != from)
        return text::mistaken(text::Kind::format, "Không ở dạng chuẩn tắc.",
                              "Not in canonical form.");
    return read;
}

} // namespace

std::string paper_text(const core::Paper& paper) {
    return text::to_text(paper);
}

std::string key_document(const core::AnswerKey& key, const Salt& salt) {
    return text::to_text(KeyDocument{key, salt});
}

text::Result<core::Paper> read_paper(std::string_view text) {
    return read_canonical<core::Paper>(text);
}

text::Result<core::AnswerKey> read_key_document(std::string_view text) {
    auto document = read_canonical<KeyDocument>(text);
    if (!document) return document.error();
    return std::move(document->key);
}

} // namespace thi::journal
