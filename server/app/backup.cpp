// `thituyen backup` and `thituyen restore`.

#include "store/sqlite/backup.h"

#include "app/clock.h"
#include "app/progress.h"
#include "app/subcommand.h"
#include "store/folder.h"
#include "store/keys.h"
#include "store/vault.h"

#include <iostream>

namespace thi::app {

int run_backup(const Words& words) {
    options::options_description described;
    described.add_options()("data", options::value<std::string>()->required(), "thư mục dữ liệu")(
        "to", options::value<std::string>()->required(), "tệp sao lưu, chưa tồn tại");
    const auto reading = read_words("backup --data DIR --to FILE", words, described);
    if (reading.help) return done;
    const store::FolderPaths paths{reading.values["data"].as<std::string>()};
    const auto to = reading.values["to"].as<std::string>();
    ProgressBar bar("sao lưu / backup");
    store::sqlite::backup(paths.database(), to, [&bar](auto at, auto of) { bar.show(at, of); });
    bar.end();
    std::cout << "Đã sao lưu / saved: " << to << "\n"
              << "Khoá không nằm trong bản này / keys are kept apart: " << paths.keys().string()
              << "\n";
    return done;
}

int run_restore(const Words& words) {
    options::options_description described;
    described.add_options()("data", options::value<std::string>()->required(), "thư mục dữ liệu")(
        "from", options::value<std::string>()->required(), "tệp sao lưu");
    const auto reading = read_words("restore --data DIR --from FILE", words, described);
    if (reading.help) return done;
    const store::Folder folder(reading.values["data"].as<std::string>());
    const store::Keys keys(folder.paths());
    const store::Vault vault(keys.master());
    ProgressBar bar("phục hồi / restore");
    try {
        store::sqlite::restore(folder, reading.values["from"].as<std::string>(), vault,
                               [&bar](auto at, auto of) { bar.show(at, of); });
    } catch (const store::StoreError& refused) {
        std::cerr << "Từ chối phục hồi / refused: " << refused.what() << "\n";
        return failed;
    }
    bar.end();
    std::cout << "Đã phục hồi / restored.\n";
    return done;
}

} // namespace thi::app
