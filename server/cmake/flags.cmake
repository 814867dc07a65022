# Compiler and linker flags of every target: warnings, hardening (S-54), sanitizers, ccache.

add_library(thi_flags INTERFACE)
target_compile_options(thi_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion)
if(THITUYEN_WERROR)
    target_compile_options(thi_flags INTERFACE -Werror)
endif()

# Asserts stay on in every build: they are how our own bugs stop (architecture, "Errors").
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
set(CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE} -O2")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")

target_compile_options(thi_flags INTERFACE -fstack-protector-strong)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(thi_flags INTERFACE -fcf-protection)
endif()
target_compile_definitions(thi_flags INTERFACE _GLIBCXX_ASSERTIONS)
target_link_options(thi_flags INTERFACE -pie -Wl,-z,relro -Wl,-z,now)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(thi_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    include(CheckIPOSupported)
    check_ipo_supported(RESULT THITUYEN_LTO OUTPUT lto_output)
    set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ${THITUYEN_LTO})
endif()

if(THITUYEN_SANITIZE)
    target_compile_options(thi_flags INTERFACE -fsanitize=${THITUYEN_SANITIZE}
                                               -fno-omit-frame-pointer)
    target_link_options(thi_flags INTERFACE -fsanitize=${THITUYEN_SANITIZE})
    if(THITUYEN_SANITIZE MATCHES "undefined")
        target_compile_options(thi_flags INTERFACE -fno-sanitize-recover=undefined)
    endif()
    if(THITUYEN_SANITIZE MATCHES "thread")
        # The thread sanitizer knows no fences, and g++ says so at each one. Asio orders nothing by
        # those left out here that its mutexes do not order already.
        target_compile_options(thi_flags INTERFACE -Wno-tsan)
        target_compile_definitions(thi_flags INTERFACE BOOST_ASIO_DISABLE_FENCED_BLOCK)
    endif()
endif()

# Several sources of a folder compiled as one take half the time; for builds that nobody repeats
# after a small change. Two sources of a folder must not define one name in an anonymous namespace.
option(THITUYEN_UNITY "Compile several sources of the large folders as one" OFF)
if(THITUYEN_UNITY)
    # Where g++ takes all of them for included files, it finds such types in coroutine frames.
    target_compile_options(thi_flags INTERFACE -Wno-subobject-linkage)
endif()
# g++ 14 breaks on sources that define coroutines when they are compiled together; g++ 12 does not.
function(thi_unity target)
    if(target MATCHES "_(store|http|app)$" AND NOT (CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND
                                                    CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13))
        return()
    endif()
    if(THITUYEN_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    endif()
endfunction()

# Asio and Beast are compiled once, in the target `thi_asio`.
target_compile_definitions(thi_flags INTERFACE
    BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED
    BOOST_ALLOW_DEPRECATED_HEADERS)
if(THITUYEN_TESTING)
    target_compile_definitions(thi_flags INTERFACE THITUYEN_TESTING)
endif()

option(THITUYEN_CCACHE "Compile through ccache where it is installed" ON)
find_program(CCACHE_PROGRAM ccache)
if(THITUYEN_CCACHE AND CCACHE_PROGRAM)
    # Paths are told to it as seen from the checkout: a second clone finds what the first compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()

# A folder of `server/` is one static library, thi_<folder>, of all the sources in it.
# Usage: thi_library(core USES crypto)
function(thi_library name)
    cmake_parse_arguments(ARG "" "" "USES;LINKS;PCH" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    add_library(thi_${name} STATIC ${sources})
    target_include_directories(thi_${name} PUBLIC "${CMAKE_SOURCE_DIR}/server")
    target_link_libraries(thi_${name} PUBLIC thi_flags ${ARG_LINKS})
    foreach(used ${ARG_USES})
        target_link_libraries(thi_${name} PUBLIC thi_${used})
    endforeach()
    if(NOT name MATCHES "^(crypto|text|asio)$")
        thi_unity(thi_${name})
    endif()
    target_precompile_headers(thi_${name} PRIVATE
        <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span>
        <string> <string_view> <unordered_map> <utility> <variant> <vector> ${ARG_PCH})
endfunction()
