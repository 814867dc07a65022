// `thituyen bank check | import | export`.

#include "app/subcommand.h"
#include "bank/commands.h"
#include "text/described.h"

#include <fstream>
#include <iostream>
#include <sstream>

namespace thi::app {

namespace {

constexpr std::size_t bank_bytes_max = 64 * 1024 * 1024;

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw std::runtime_error("cannot read " + path);
    if (bytes.view().size() > bank_bytes_max) throw std::runtime_error("too large: " + path);
    return std::move(bytes).str();
}

void put(const options::variables_map& values, const std::string& content) {
    if (!values.contains("to")) {
        std::cout << content;
        return;
    }
    std::ofstream out(values["to"].as<std::string>(), std::ios::binary);
    out << content;
    if (!out.flush()) throw std::runtime_error("cannot write " + values["to"].as<std::string>());
}

int refused(const std::string& file, const core::Fault& fault) {
    std::cerr << file << ": " << fault.detail.vi << " / " << fault.detail.en << "\n";
    for (const auto& one : fault.errors)
        std::cerr << "  " << file << ":" << (one.line ? std::to_string(*one.line) : "-") << " "
                  << one.pointer << " " << one.detail.vi << " / " << one.detail.en << "\n";
    return failed;
}

void print_losses(const std::vector<bank::Loss>& losses) {
    for (const auto& loss : losses)
        std::cerr << "  mất / lost: " << loss.element << " " << loss.item << " "
                  << (loss.line > 0 ? "dòng " + std::to_string(loss.line) + " " : "") << loss.vi
                  << " / " << loss.en << "\n";
}

int check(const options::variables_map& values, const std::string& file) {
    std::optional<bank::PaperLength> paper;
    if (values.contains("paper-items"))
        paper = bank::PaperLength{.items = values["paper-items"].as<std::int64_t>()};
    const auto report = bank::check_file(read_file(file), paper);
    if (!report) return refused(file, report.error());
    if (values.contains("json")) {
        std::cout << text::to_text(*report) << "\n";
        return done;
    }
    std::cout << file << ": " << report->items << " câu / items, " << report->topics.size()
              << " chủ đề / topics\n";
    for (const auto& [topic, count] : report->topics)
        std::cout << "  " << topic << ": " << count << "\n";
    return done;
}

bank::FileFormat format_of(const options::variables_map& values) {
    const auto name = values["format"].as<std::string>();
    if (name == "json") return bank::FileFormat::json;
    if (name == "gift") return bank::FileFormat::gift;
    throw options::error("--format json | gift");
}

} // namespace

int run_bank(const Words& words) {
    options::options_description described;
    auto add = described.add_options();
    add("what", options::value<std::string>()->required(), "check | import | export");
    add("file", options::value<std::string>()->required(), "tệp / file");
    add("format", options::value<std::string>()->default_value("gift"), "json | gift");
    add("to", options::value<std::string>(), "tệp kết quả / output file");
    add("accept-loss", "chấp nhận phần không chuyển được / accept what is lost");
    add("paper-items", options::value<std::int64_t>(), "số câu của đề / items of the paper");
    add("author", options::value<std::string>(), "người soạn");
    add("second-reader", options::value<std::string>(), "người phản biện");
    add("json", "kết quả dạng JSON");
    options::positional_options_description positional;
    positional.add("what", 1).add("file", 1);
    const auto reading =
        read_words("bank check|import|export FILE [...]", words, described, positional);
    if (reading.help) return done;
    const auto& values = reading.values;
    const auto what = values["what"].as<std::string>();
    const auto file = values["file"].as<std::string>();
    const auto on_loss =
        values.contains("accept-loss") ? bank::OnLoss::accept : bank::OnLoss::refuse;
    if (what == "check") return check(values, file);
    if (what == "export") {
        const auto out = bank::export_file(read_file(file), format_of(values), on_loss);
        if (!out) return refused(file, out.error());
        print_losses(out->losses);
        put(values, out->text);
        return done;
    }
    if (what != "import") throw options::error("check | import | export");
    bank::ImportDefaults defaults;
    if (values.contains("author")) defaults.author = values["author"].as<std::string>();
    if (values.contains("second-reader"))
        defaults.second_reader = values["second-reader"].as<std::string>();
    const auto in = bank::import_file(read_file(file), format_of(values), defaults, on_loss);
    if (!in) return refused(file, in.error());
    print_losses(in->losses);
    if (in->incomplete) refused(file, *in->incomplete);
    put(values, in->json);
    return done;
}

} // namespace thi::app
