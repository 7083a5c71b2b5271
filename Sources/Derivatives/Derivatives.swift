@_exported import ForwardMode
@_exported import Jacobians
@_exported import ReverseMode
@_exported import Scalars
