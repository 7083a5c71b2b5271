@_exported import Checking
@_exported import ForwardMode
@_exported import Jacobians
@_exported import ReverseMode
@_exported import Scalars
