// The tour: what the library does for a person who has measurements and a model. `--quick` shows less of it.
let isQuick = CommandLine.arguments.contains("--quick")

fitNIST(quick: isQuick)
try showTradeoff(quick: isQuick)
