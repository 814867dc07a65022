// A temporary folder, gone at the end of a test.

#pragma once
#include <cstdlib>
#include <filesystem>
#include <string>

namespace thi::test {

class Place {
  public:
    Place() {
        std::string name = (std::filesystem::temp_directory_path() / "thituyen-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        root = name;
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() { std::filesystem::remove_all(root); }

    std::filesystem::path root;
};

} // namespace thi::test
