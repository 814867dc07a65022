// Payloads of appeals and infractions: core/result/appeal_events.h, core/sitting/infractions.h.

#include "core/result/appeal_events.h"
#include "core/sitting/infractions.h"
#include "journal/payload_codec.h"
#include "text/described.h"

namespace thi::journal {

template <class T> boost::json::value PayloadCodec<T>::write(const T& event) {
    return text::to_json(event);
}

template <class T> T PayloadCodec<T>::read(const boost::json::value& from, text::Reading& reading) {
    return text::Codec<T>::read(from, reading);
}

template struct PayloadCodec<core::AppealFiled>;
template struct PayloadCodec<core::AppealDecided>;
template struct PayloadCodec<core::MarkAmended>;
template struct PayloadCodec<core::RemedyApplied>;
template struct PayloadCodec<core::RoundHeldAgain>;
template struct PayloadCodec<core::InfractionRecorded>;

} // namespace thi::journal
