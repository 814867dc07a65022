// Breakage of the store: disk, database, a broken log. An exception, because nothing that the
// contest expects looks like this; the committer stops the process on it.

#pragma once
#include <stdexcept>

namespace thi::store {

class StoreError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// A row that contradicts another one (a repeated key, a missing owner). The statement did nothing;
// what was written before it stands.
class ConstraintError : public StoreError {
  public:
    using StoreError::StoreError;
};

} // namespace thi::store
