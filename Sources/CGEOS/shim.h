#pragma once
// Only the reentrant interface: every call names its context, so that nothing is shared between threads.
#define GEOS_USE_ONLY_R_API 1
#include <geos_c.h>
