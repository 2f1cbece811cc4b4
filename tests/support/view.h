// The view of a document that was just opened: everybody and everything is shown.
#pragma once

#include "scene/document.h"
#include "scene/view_state.h"

namespace visavis {

inline ViewState state_of(const Document& doc) {
  ViewState state;
  state.shown.assign(doc.transcript.speakers.size(), true);
  state.view_begin = doc.axis.begin;
  state.view_end = doc.axis.begin + doc.axis.length;
  return state;
}

}  // namespace visavis
