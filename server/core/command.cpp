#include "core/command.h"

namespace thi::core {

static_assert(sizeof(Command) <= 1024); // As for Event.

Command::Command() = default;
Command::Command(const Command& other) = default;
Command::Command(Command&& other) noexcept = default;
Command& Command::operator=(const Command& other) = default;
Command& Command::operator=(Command&& other) noexcept = default;
Command::~Command() = default;

} // namespace thi::core
