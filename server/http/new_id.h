// New ids for what a request makes. The only thing that handlers draw at random themselves.

#pragma once
#include "crypto/random.h"

namespace thi::http {

template <class Id> Id new_id() {
    return Id::from_bytes(crypto::random_bytes<10>());
}

} // namespace thi::http
