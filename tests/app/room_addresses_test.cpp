// Rooms behind one address, as the operator tells them.

#include "app/room_addresses.h"
#include "catch.h"

using thi::app::RoomAddresses;

TEST_CASE("S-28: a room's address has its seats, any other none", "[app][rooms]") {
    RoomAddresses rooms;
    CHECK(rooms.add("203.0.113.7=120"));
    CHECK(rooms.add("[2001:db8::7]=40"));
    CHECK(rooms("203.0.113.7") == 120);
    CHECK(rooms("2001:db8::7") == 40);
    CHECK(rooms("203.0.113.8") == 0);
    CHECK(rooms.add("203.0.113.7=90"));
    CHECK(rooms("203.0.113.7") == 90);
}

TEST_CASE("what is not a room's address and its seats is refused", "[app][rooms]") {
    RoomAddresses rooms;
    for (const auto* wrong : {"", "203.0.113.7", "203.0.113.7=", "203.0.113.7=0", "203.0.113.7=-1",
                              "203.0.113.7=12x", "203.0.113=12", "room=12", "203.0.113.7=999999"})
        CHECK_FALSE(rooms.add(wrong));
}
