// The entry of libFuzzer, for long rounds with a corpus; THITUYEN_FUZZ names the target.

#include "targets.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

const thi::fuzz::Target& chosen() {
    const char* name = std::getenv("THITUYEN_FUZZ");
    for (const auto& target : thi::fuzz::targets())
        if (name != nullptr && target.name == name) return target;
    std::fputs("THITUYEN_FUZZ names none of:", stderr);
    for (const auto& target : thi::fuzz::targets())
        std::fprintf(stderr, " %s", std::string{target.name}.c_str());
    std::fputs("\n", stderr);
    std::exit(2);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const auto& target = chosen();
    target.feed({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
