// Payloads of the events of one stage: core/plan/events.h.

#include "core/plan/events.h"
#include "journal/payload_codec.h"
#include "text/described.h"

namespace thi::journal {

template <class T> boost::json::value PayloadCodec<T>::write(const T& event) {
    return text::to_json(event);
}

template <class T> T PayloadCodec<T>::read(const boost::json::value& from, text::Reading& reading) {
    return text::Codec<T>::read(from, reading);
}

template struct PayloadCodec<core::ContestOpened>;
template struct PayloadCodec<core::PlanAmended>;
template struct PayloadCodec<core::PlanWaived>;
template struct PayloadCodec<core::StageChanged>;
template struct PayloadCodec<core::DeadlineExtended>;
template struct PayloadCodec<core::PersonGranted>;
template struct PayloadCodec<core::PersonRevoked>;
template struct PayloadCodec<core::ConflictDeclared>;

} // namespace thi::journal
