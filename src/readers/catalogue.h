// What a catalogue provides beside formats() (registry.h): how a program looks at JSON before it asks the
// sniffs.
#pragma once

#include <memory>
#include <string_view>

#include "readers/json/json_paths.h"

namespace visavis {

struct JsonLook {
  bool is_json = false;
  std::unique_ptr<const JsonPaths> paths;  // for the sniffs; null where no reader of JSON is at hand
};
JsonLook look_for_json(std::string_view text);

}  // namespace visavis
