// The addresses that whole rooms share, and how many seats stand behind each: such an address may
// hold so many more connections and is not limited as one person is (S-28). Told by the operator,
// who knows the network.

#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace thi::app {

class RoomAddresses {
  public:
    static constexpr std::uint32_t seats_max = 5'000;

    // "203.0.113.7=120", "[2001:db8::7]=120" or "2001:db8::7=120". False where it is neither.
    bool add(std::string_view room);

    // 0 for an address that no room has. Addresses as http::normal_address() writes them.
    std::uint32_t operator()(std::string_view address) const;

  private:
    std::map<std::string, std::uint32_t, std::less<>> seats_;
};

} // namespace thi::app
