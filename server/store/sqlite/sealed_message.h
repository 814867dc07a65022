// What of a message is kept under the key of the person it is for.

#pragma once
#include <boost/describe/class.hpp>

#include <string>

namespace thi::store::sqlite {

struct SealedMessage {
    std::string subject;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SealedMessage, (), (subject, text))

} // namespace thi::store::sqlite
