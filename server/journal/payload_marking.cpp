// Payloads of the events of one stage: core/marking/.

#include "core/marking/defence_events.h"
#include "core/marking/events.h"
#include "journal/payload_codec.h"
#include "text/described.h"

namespace thi::journal {

template <class T> boost::json::value PayloadCodec<T>::write(const T& event) {
    return text::to_json(event);
}

template <class T> T PayloadCodec<T>::read(const boost::json::value& from, text::Reading& reading) {
    return text::Codec<T>::read(from, reading);
}

template struct PayloadCodec<core::ScriptBlinded>;
template struct PayloadCodec<core::SeedRevealed>;
template struct PayloadCodec<core::AnomalyNoted>;
template struct PayloadCodec<core::MarkAssigned>;
template struct PayloadCodec<core::MarkCommitted>;
template struct PayloadCodec<core::FurtherMarkingCalled>;
template struct PayloadCodec<core::MarkSettled>;
template struct PayloadCodec<core::MarkerStopped>;
template struct PayloadCodec<core::MarkerQualified>;
template struct PayloadCodec<core::ScriptsUnblinded>;
template struct PayloadCodec<core::ProjectFiled>;
template struct PayloadCodec<core::DefenceOpened>;
template struct PayloadCodec<core::DefenceStepped>;
template struct PayloadCodec<core::QuestionAsked>;
template struct PayloadCodec<core::BallotIssued>;
template struct PayloadCodec<core::BallotCast>;
template struct PayloadCodec<core::BallotsCounted>;
template struct PayloadCodec<core::SheetScored>;

} // namespace thi::journal
