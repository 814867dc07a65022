// The exam tables of one contest rebuilt from its events, and compared (check 03.07).

#pragma once
#include "journal/verify/source.h"
#include "store/sqlite/connection.h"

#include <vector>

namespace thi::store::sqlite {

class RebuiltTables final : public journal::Projections {
  public:
    // `live` outlives this object.
    RebuiltTables(Connection& live, core::ContestId contest);

    void take(const core::Contest& after, const core::Event& event, const core::Record& record,
              bool scored) override;
    void compare(journal::Check& into) override;

  private:
    Connection& live_;
    core::ContestId contest_;
    Connection scratch_;
    std::vector<journal::Position> broken_; // Events that have no rows.
    bool unscored_ = false;
};

} // namespace thi::store::sqlite
