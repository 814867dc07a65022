#include "text/reading.h"

#include "text/json.h"

#include <cassert>

namespace thi::text {

void Reading::enter(std::string_view member) {
    lengths_.push_back(pointer_.size());
    pointer_ += '/';
    pointer_ += pointer_token(member);
}

void Reading::enter(std::size_t index) {
    lengths_.push_back(pointer_.size());
    pointer_ += '/';
    pointer_ += std::to_string(index);
}

void Reading::leave() {
    assert(!lengths_.empty());
    pointer_.resize(lengths_.back());
    lengths_.pop_back();
}

void Reading::refuse(Kind kind, std::string vi, std::string en) {
    if (mistakes_.size() >= mistakes_max) return;
    mistakes_.push_back(mistaken(kind, std::move(vi), std::move(en)));
    mistakes_.back().pointer = pointer_;
}

void Reading::expected(std::string_view vi, std::string_view en) {
    refuse(Kind::type, "Ở đây phải là " + std::string{vi} + ".",
           "Expected " + std::string{en} + " here.");
}

Mistake Reading::mistake() const {
    assert(!clean());
    Mistake first = mistakes_.front();
    first.others.assign(mistakes_.begin() + 1, mistakes_.end());
    return first;
}

} // namespace thi::text
