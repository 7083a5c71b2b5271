// The platform's arithmetic, as Swift can inline it: a header for each concern. They include nothing of the platform, so that they compile for
// Embedded Swift too.
#pragma once

#include "evaluation.h"
#include "lanes.h"
#include "libm.h"
#include "tape.h"
