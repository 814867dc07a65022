// Static files: what each path gives, and what no path can ever give (S-37).

#include "catch.h"
#include "http/static_files.h"

#include <filesystem>
#include <fstream>

using namespace thi::http;

namespace {

// A client's folder of its own, with a secret beside it.
class Folder {
  public:
    Folder() : root_(std::filesystem::temp_directory_path() / "thituyen-static-files-test") {
        std::filesystem::remove_all(root_);
        write("secret.txt", "secret");
        write("dist/index.html", "index");
        write("dist/exam.html", "exam");
        write("dist/staff.html", "staff");
        write("dist/verify.html", "verify");
        write("dist/sw.js", "worker");
        write("dist/assets/app-1.js", "script");
        write("dist/assets/app-1.js.br", "brotli");
        write("dist/assets/app-1.js.gz", "gzip");
    }
    ~Folder() { std::filesystem::remove_all(root_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path dist() const { return root_ / "dist"; }

  private:
    void write(const std::string& name, std::string_view bytes) {
        std::filesystem::create_directories((root_ / name).parent_path());
        std::ofstream{root_ / name, std::ios::binary} << bytes;
    }
    std::filesystem::path root_;
};

} // namespace

TEST_CASE("each prefix has its page, and a file has its own path", "[http][static]") {
    const Folder folder;
    const auto files = StaticFiles::load(folder.dist());
    struct Row {
        const char* path;
        const char* content;
    };
    const auto row = GENERATE(values<Row>({
        {"/", "index"},
        {"/cuoc-thi/con_0000000000000000", "index"},
        {"/thi", "exam"},
        {"/thi/", "exam"},
        {"/thi/sit_0000000000000000", "exam"},
        {"/thichthu", "index"},
        {"/qt/phong-thi", "staff"},
        {"/kiem-chung/", "verify"},
        {"/sw.js", "worker"},
        {"/assets/app-1.js", "script"},
    }));
    const auto reply = files.find(row.path, "");
    CHECK(reply.status == 200);
    CHECK(reply.content() == row.content);
    CHECK(reply.page);
}

TEST_CASE("S-37: a path that is not plain, or names no file, is 404", "[http][static]") {
    const Folder folder;
    const auto files = StaticFiles::load(folder.dist());
    const auto path = GENERATE(values<std::string>({
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/..",
        "/.",
        "/...",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%2fsecret.txt",
        "/..\\secret.txt",
        "/assets\\..\\..\\secret.txt",
        "/secret.txt%00.js",
        std::string{"/sw.js\0.html", 12},
        "//secret.txt",
        "/assets//app-1.js",
        "/assets/app-1.js.br",
        "/assets/app-1.js.gz",
        "/assets/",
        "/assets/missing",
        "/missing.js",
        "/CON.txt",
        "/aux:.txt",
        "/index.html/",
        "/index.html/..",
        "assets/app-1.js",
        "",
    }));
    INFO(path);
    const auto reply = files.find(path, "br");
    CHECK(reply.content().find("secret") == std::string_view::npos);
    CHECK((reply.status == 404 || reply.content() == "index"));
    if (path != "/index.html/") CHECK(reply.status == 404);
}

TEST_CASE("assets never change; pages are asked for again; compressed forms on request",
          "[http][static]") {
    const Folder folder;
    const auto files = StaticFiles::load(folder.dist());
    const auto plain = files.find("/assets/app-1.js", "");
    const auto brotli = files.find("/assets/app-1.js", "gzip, deflate, br");
    const auto gzip = files.find("/assets/app-1.js", "gzip, br;q=0");
    CHECK(plain.cache == Cache::immutable);
    CHECK(files.find("/", "").cache == Cache::revalidate);
    CHECK(files.find("/sw.js", "").cache == Cache::revalidate);
    CHECK(plain.encoding.empty());
    CHECK(plain.varies);
    CHECK(brotli.encoding == "br");
    CHECK(brotli.content() == "brotli");
    CHECK(gzip.encoding == "gzip");
    CHECK(gzip.content() == "gzip");
    CHECK(brotli.etag != plain.etag);
    CHECK(plain.type == "text/javascript; charset=utf-8");
}

TEST_CASE("an Accept-Encoding with a weight of zero refuses", "[http][static]") {
    CHECK(accepts_encoding("gzip;q=0.5", "gzip"));
    CHECK(accepts_encoding("br , GZIP", "gzip"));
    CHECK_FALSE(accepts_encoding("gzip;q=0", "gzip"));
    CHECK_FALSE(accepts_encoding("gzip; q=0.000", "gzip"));
    CHECK_FALSE(accepts_encoding("xgzip", "gzip"));
    CHECK_FALSE(accepts_encoding("", "gzip"));
}
