// A viewer as the C interface hands it out (bridge/show.h).
#pragma once

#include <memory>
#include <string>

#include "scene/document_block.h"
#include "ui/app.h"

struct VavContext {
  visavis::App app;
  std::unique_ptr<visavis::DocumentIn> coming;  // a block that is being taken in
  std::unique_ptr<visavis::Document> ready;     // opened, not shown yet
  std::string output;
};
