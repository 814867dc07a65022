// From columns to values: JSON texts and closed lists that this project wrote itself. What does not
// read back is damage, not a refusal.

#pragma once
#include "store/error.h"
#include "text/described.h"

#include <string>
#include <string_view>

namespace thi::store::sqlite {

template <class T> T decoded(std::string_view json) {
    auto value = text::from_text<T>(json);
    if (!value) throw StoreError("a stored text does not read back: " + value.error().detail.en);
    return std::move(*value);
}

template <class E> E enumerator(std::string_view name) {
    const auto value = text::enum_from<E>(name);
    if (!value) throw StoreError("a stored word is not of its list: " + std::string{name});
    return *value;
}

} // namespace thi::store::sqlite
