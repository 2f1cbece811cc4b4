#include "bridge/context.h"
#include "bridge/exports.h"
#include "bridge/show.h"

extern "C" {

VAV_EXPORT int vav_picture(VavContext* context, int pane, float width) {
  using namespace visavis;
  if (!context->app.has_document() || pane < 0 || pane >= static_cast<int>(kPanes) ||
      !(width >= 100 && width <= 10'000))
    return 1;
  context->output = context->app.picture_json(static_cast<Pane>(pane), width);
  return 0;
}

}  // extern "C"
