#include "app/subcommand.h"

#include <boost/program_options/parsers.hpp>

#include <iostream>

namespace thi::app {

std::span<const Subcommand> subcommands() {
    static constexpr Subcommand all[] = {
        {"serve", "chạy máy chủ", "run the server", run_serve},
        {"init", "tạo thư mục dữ liệu, in liên kết quản trị", "make a data folder", run_init},
        {"demo", "kỳ thi mẫu và liên kết đăng nhập", "demo contests and sign-in links", run_demo},
        {"user", "tài khoản: thêm, đổi mật khẩu, liệt kê", "accounts", run_user},
        {"openapi", "in mô tả API", "print the API's description", run_openapi},
        {"bank", "ngân hàng câu hỏi: kiểm tra, nhập, xuất", "question banks", run_bank},
        {"contest", "kỳ thi: liệt kê, kiểm tra, nhập, xuất", "contests", run_contest},
        {"verify", "kiểm chứng nhật ký", "audit a log", run_verify},
        {"tally", "tính lại thứ hạng từ gói kiểm toán", "make the ranking again", run_tally},
        {"backup", "sao lưu khi máy chủ đang chạy", "online backup", run_backup},
        {"restore", "phục hồi từ bản sao lưu", "put a backup back", run_restore},
    };
    return all;
}

Reading read_words(std::string_view usage, const Words& words,
                   const options::options_description& described,
                   const options::positional_options_description& positional) {
    options::options_description all;
    all.add(described).add_options()("help,h", "trợ giúp / this help");
    Reading reading;
    options::store(options::command_line_parser(words).options(all).positional(positional).run(),
                   reading.values);
    if (reading.values.contains("help")) {
        std::cout << "thituyen " << usage << "\n"
                  << all
                  << "\nexit: 0 done, 1 refused or failed, 2 incomplete, 3 broken disk or "
                     "database, 64 wrong words\n";
        reading.help = true;
        return reading;
    }
    options::notify(reading.values);
    return reading;
}

} // namespace thi::app
