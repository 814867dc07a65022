// The program `thituyen`: picks a subcommand and runs it.

#include "app/subcommand.h"
#include "store/error.h"

#include <exception>
#include <iostream>

namespace {

using namespace thi::app;

int list(std::ostream& out) {
    out << "thituyen SUBCOMMAND [--help]\n\n";
    for (const auto& one : subcommands())
        out << "  " << one.name << std::string(10 - one.name.size(), ' ') << one.says_vi << " / "
            << one.says_en << "\n";
    return &out == &std::cout ? done : misused;
}

} // namespace

int main(int argc, char* argv[]) {
    std::vector<std::string> words(argv + 1, argv + argc);
    if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help")
        return list(words.empty() ? std::cerr : std::cout);
    const std::string name = words[0];
    words.erase(words.begin());
    for (const auto& one : subcommands()) {
        if (one.name != name) continue;
        try {
            return one.run(words);
        } catch (const boost::program_options::error& wrong) {
            std::cerr << "thituyen " << name << ": " << wrong.what() << "\n";
            return misused;
        } catch (const std::exception& broke) {
            std::cerr << "thituyen " << name << ": " << broke.what() << "\n";
            return broken;
        }
    }
    std::cerr << "thituyen: không có lệnh / no subcommand: " << name << "\n";
    return list(std::cerr);
}
