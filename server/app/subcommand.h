// A subcommand of the program: its words on the command line and what it does.

#pragma once
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thi::app {

namespace options = boost::program_options;

// Documented in --help: scripts may rely on them.
enum ExitCode : int {
    done = 0,
    failed = 1,     // What was asked could not be done, or a check failed.
    incomplete = 2, // verify: not all checks could run.
    broken = 3,     // Disk or database.
    misused = 64,   // The words on the command line are wrong.
};

using Words = std::vector<std::string>;

struct Subcommand {
    std::string_view name;
    std::string_view says_vi;
    std::string_view says_en;
    int (*run)(const Words& words);
};

std::span<const Subcommand> subcommands();

// Reads the words of one subcommand. Prints --help (then `help` is set) or throws
// boost::program_options::error.
struct Reading {
    options::variables_map values;
    bool help = false;
};
Reading read_words(std::string_view usage, const Words& words,
                   const options::options_description& described,
                   const options::positional_options_description& positional = {});

int run_serve(const Words& words);
int run_init(const Words& words);
int run_demo(const Words& words);
int run_user(const Words& words);
int run_openapi(const Words& words);
int run_bank(const Words& words);
int run_contest(const Words& words);
int run_verify(const Words& words);
int run_tally(const Words& words);
int run_backup(const Words& words);
int run_restore(const Words& words);

} // namespace thi::app
