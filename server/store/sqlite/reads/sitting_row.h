// One row of `sitting`, from the first fifteen columns of a query.

#pragma once
#include "store/sqlite/connection.h"
#include "store/views.h"

namespace thi::store::sqlite {

// sitting, contest, round, candidate, room, room's name, seat, roll_number, paper, admitted_at,
// started_at, submitted_at, ended, submit_idx, end_idx.
SittingRow read_sitting(const Rows& rows);

} // namespace thi::store::sqlite
