// A Unix socket on which somebody on this machine asks in lines and is answered in lines. Knows
// nothing of what is asked.

#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace thi::app {

class LineSocket {
  public:
    // Answers one line (without its line break) with bytes; called on the socket's own thread, one
    // at a time.
    using Answer = std::function<std::string(std::string_view line)>;

    // Listens at `path`, readable by its owner alone; takes the place of what a crash left there.
    // Throws where it cannot.
    LineSocket(std::string path, Answer answer);
    LineSocket(const LineSocket&) = delete;
    LineSocket& operator=(const LineSocket&) = delete;
    ~LineSocket();

    static constexpr std::size_t line_bytes_max = 8 << 20;

  private:
    void serve();
    void talk(int peer) const;

    std::string path_;
    Answer answer_;
    int listening_ = -1;
    std::thread thread_;
};

// Sends one line to the socket at `path` and reads all that comes until it closes its side or has
// sent one line. Throws where nobody listens.
std::string ask_line(const std::string& path, std::string_view line);

} // namespace thi::app
