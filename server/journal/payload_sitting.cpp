// Payloads of the events of one stage: core/sitting/events.h.

#include "core/sitting/events.h"
#include "journal/payload_codec.h"
#include "text/described.h"

namespace thi::journal {

template <class T> boost::json::value PayloadCodec<T>::write(const T& event) {
    return text::to_json(event);
}

template <class T> T PayloadCodec<T>::read(const boost::json::value& from, text::Reading& reading) {
    return text::Codec<T>::read(from, reading);
}

template struct PayloadCodec<core::PaperSealed>;
template struct PayloadCodec<core::KeySealed>;
template struct PayloadCodec<core::PaperOpened>;
template struct PayloadCodec<core::PaperSwitched>;
template struct PayloadCodec<core::DrawFrozen>;
template struct PayloadCodec<core::DrawCommitted>;
template struct PayloadCodec<core::DrawRevealed>;
template struct PayloadCodec<core::DrawResolved>;
template struct PayloadCodec<core::RoomsPlanned>;
template struct PayloadCodec<core::TimeRemoved>;
template struct PayloadCodec<core::TimeRestored>;
template struct PayloadCodec<core::IncidentOpened>;
template struct PayloadCodec<core::IncidentClosed>;
template struct PayloadCodec<core::SittingAdmitted>;
template struct PayloadCodec<core::SittingLeased>;
template struct PayloadCodec<core::LateDecided>;
template struct PayloadCodec<core::SittingEnded>;
template struct PayloadCodec<core::TimeGranted>;

} // namespace thi::journal
