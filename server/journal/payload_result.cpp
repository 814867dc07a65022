// Payloads of the events of one stage: core/result/events.h.

#include "core/result/events.h"
#include "journal/payload_codec.h"
#include "text/described.h"

namespace thi::journal {

template <class T> boost::json::value PayloadCodec<T>::write(const T& event) {
    return text::to_json(event);
}

template <class T> T PayloadCodec<T>::read(const boost::json::value& from, text::Reading& reading) {
    return text::Codec<T>::read(from, reading);
}

template struct PayloadCodec<core::ScoreComputed>;
template struct PayloadCodec<core::TieStepped>;
template struct PayloadCodec<core::ResultReleased>;
template struct PayloadCodec<core::ResultFinal>;
template struct PayloadCodec<core::ClockBeat>;
template struct PayloadCodec<core::SecurityDigest>;
template struct PayloadCodec<core::RecordErased>;
template struct PayloadCodec<core::LogClosed>;

} // namespace thi::journal
