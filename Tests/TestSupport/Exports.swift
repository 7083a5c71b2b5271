@_exported import TestNumbers
