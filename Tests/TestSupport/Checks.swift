/// How often a forward operation evaluates its function besides: once, as a check for foreign perturbations, in debug builds.
#if DEBUG
  public let checksPerOperation = 1
#else
  public let checksPerOperation = 0
#endif
