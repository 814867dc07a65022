// The described events of each stage to JSON and back; their templates are instantiated in one
// source for each stage, so that they compile apart from each other.

#pragma once
#include "text/reading.h"

#include <boost/json/value.hpp>

namespace thi::journal {

template <class T> struct PayloadCodec {
    static boost::json::value write(const T& event);
    static T read(const boost::json::value& from, text::Reading& reading);
};

} // namespace thi::journal
