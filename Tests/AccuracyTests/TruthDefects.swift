import TestSupport

/// Entries of the external truth that are wrong: zeros where the true value is none, by underflow of its own computation. With 20 right
/// digits by mpmath (1400 digits).
let truthDefects: [(file: String, x: Double, order: Int, digits: String)] = [
  ("expm1", 0x1p-1074, 0, "4.9406564584124654418e-324"),
  ("expm1", 1e-300, 0, "1.0000000000000000251e-300"),
  ("expm1", 1e-155, 0, "1.0000000000000000143e-155"),
  ("expm1", -0x1p-1074, 0, "-4.9406564584124654418e-324"),
  ("expm1", -0x1p-1022, 0, "-2.2250738585072013831e-308"),
  ("expm1", -1e-300, 0, "-1.0000000000000000251e-300"),
  ("log1p", 0x1p-1074, 0, "4.9406564584124654418e-324"),
  ("log1p", 1e-155, 0, "1.0000000000000000143e-155"),
  ("log1p", -0x1p-1074, 0, "-4.9406564584124654418e-324"),
  ("log1p", -0x1p-1022, 0, "-2.2250738585072013831e-308"),
  ("log1p", -1e-155, 0, "-1.0000000000000000143e-155"),
  ("sigmoid", 1e-300, 2, "-1.2500000000000000313e-301"),
  ("sigmoid", -1e-300, 2, "1.2500000000000000313e-301"),
  ("softplus", 0x1p-1074, 3, "-6.1758205730155818022e-325"),
  ("softplus", 0x1p-1022, 3, "-2.7813423231340017289e-309"),
  ("softplus", 1e-300, 3, "-1.2500000000000000313e-301"),
  ("softplus", 1e-155, 3, "-1.2500000000000000179e-156"),
  ("softplus", 700.0, 2, "9.8596765437597708567e-305"),
  ("softplus", -700.0, 0, "9.8596765437597708567e-305"),
  ("softplus", 1000.0, 2, "5.0759588975494567653e-435"),
  ("softplus", -708.0, 0, "3.3075530036384079962e-308"),
  ("softplus", -745.0, 0, "2.8223507304719370764e-324"),
]

/// The digits of the entry; the right ones where the external truth is wrong.
func correctedTruth(_ entry: TruthEntry) -> DoubleDouble? {
  let defect = truthDefects.first { $0.file == entry.name && [$0.x] == entry.x && $0.order == entry.directions.count }
  return DoubleDouble(defect?.digits ?? entry.digits)
}

/// The double nearest to an odd multiple of π/2. glibc errs there: by 8 ulps in cos, 13 in tan, and the derivatives with it.
let hardestReduction = 0x1.6ac5b262ca1ffp+849
func isHardestReduction(_ entry: TruthEntry) -> Bool { ["sin", "cos", "tan"].contains(entry.name) && entry.x == [hardestReduction] }
