// Catch2 under one name: version 2 on Debian 12, version 3 elsewhere.

#pragma once
#ifdef THITUYEN_CATCH2_V3
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

#include <boost/system/result.hpp>

// A Result is shown as accepted or refused: its value need not be printable.
template <class T, class E> struct Catch::StringMaker<boost::system::result<T, E>> {
    static std::string convert(const boost::system::result<T, E>& result) {
        return result.has_value() ? "accepted" : "refused";
    }
};
