#include "store/keys.h"

#include "crypto/random.h"

namespace thi::store {

namespace {

constexpr std::size_t key_size = 32;

crypto::Secret read_key(const std::filesystem::path& file) {
    const auto perms = std::filesystem::status(file).permissions();
    using std::filesystem::perms;
    if ((perms & (perms::group_all | perms::others_all)) != perms::none)
        throw StoreError(file.string() + " must be readable by its owner alone (mode 0600)");
    auto bytes = read_whole(file, key_size);
    if (bytes.size() != key_size) throw StoreError(file.string() + " is not a key of 32 bytes");
    crypto::Secret key{bytes};
    crypto::wipe({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return key;
}

} // namespace

Keys::Keys(const FolderPaths& paths) : folder_(paths.keys()) {
    const auto file = folder_ / "master";
    if (!std::filesystem::exists(file)) write_durably(file, crypto::random_secret(key_size).view());
}

crypto::Secret Keys::master() const {
    return read_key(folder_ / "master");
}

std::filesystem::path Keys::file_of(core::ContestId contest) const {
    return folder_ / (contest.str() + ".log");
}

crypto::Ed25519Key Keys::make_log_key(core::ContestId contest) const {
    if (auto known = log_key(contest)) return std::move(*known);
    auto key = crypto::Ed25519Key::generate();
    write_durably(file_of(contest), key.seed().view());
    return key;
}

std::optional<crypto::Ed25519Key> Keys::log_key(core::ContestId contest) const {
    const auto file = file_of(contest);
    if (!std::filesystem::exists(file)) return std::nullopt;
    return crypto::Ed25519Key::from_seed(read_key(file));
}

} // namespace thi::store
