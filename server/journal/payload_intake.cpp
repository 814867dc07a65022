// Payloads of the events of one stage: core/intake/events.h.

#include "core/intake/events.h"
#include "journal/payload_codec.h"
#include "text/described.h"

namespace thi::journal {

template <class T> boost::json::value PayloadCodec<T>::write(const T& event) {
    return text::to_json(event);
}

template <class T> T PayloadCodec<T>::read(const boost::json::value& from, text::Reading& reading) {
    return text::Codec<T>::read(from, reading);
}

template struct PayloadCodec<core::Applied>;
template struct PayloadCodec<core::Supplemented>;
template struct PayloadCodec<core::Withdrawn>;
template struct PayloadCodec<core::Found>;
template struct PayloadCodec<core::CriterionDecided>;
template struct PayloadCodec<core::EligibilityResulted>;
template struct PayloadCodec<core::ListPosted>;
template struct PayloadCodec<core::PetitionFiled>;
template struct PayloadCodec<core::PetitionDecided>;

} // namespace thi::journal
