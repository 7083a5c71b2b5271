/// Numbers by index: the arguments of a function of many numbers. For authors of number types.
public protocol Numbers<Element> {
  associatedtype Element: Scalar
  var count: Int { get }
  /// The i-th number, from 0 on.
  subscript(i: Int) -> Element { get }
}

extension UnsafeBufferPointer: Numbers where Element: Scalar {}

/// The values of numbers that carry derivatives.
@frozen public struct Values<X: Numbers>: Numbers where X.Element: Lifted {
  @usableFromInline let numbers: X
  @_transparent public init(of numbers: X) { self.numbers = numbers }
  @_transparent public var count: Int { numbers.count }
  public subscript(i: Int) -> X.Element.Value { @_transparent get { numbers[i].value } }
}

/// Three numbers.
@frozen public struct ThreeNumbers<Element: Scalar>: Numbers {
  @usableFromInline let first: Element, second: Element, third: Element
  @_transparent public init(_ first: Element, _ second: Element, _ third: Element) {
    self.first = first
    self.second = second
    self.third = third
  }
  @_transparent public var count: Int { 3 }
  public subscript(i: Int) -> Element { @_transparent get { i == 0 ? first : i == 1 ? second : third } }
}

/// The numbers of one, then the numbers of the other.
@frozen public struct Concatenation<X: Numbers, Y: Numbers>: Numbers where X.Element == Y.Element {
  @usableFromInline let first: X, second: Y
  @_transparent public init(_ first: X, _ second: Y) {
    self.first = first
    self.second = second
  }
  @_transparent public var count: Int { first.count + second.count }
  public subscript(i: Int) -> X.Element { @_transparent get { i < first.count ? first[i] : second[i - first.count] } }
}

/// The numbers times a factor.
@frozen @usableFromInline struct Multiples<X: Numbers>: Numbers {
  @usableFromInline let numbers: X, factor: X.Element
  @_transparent @usableFromInline init(of numbers: X, by factor: X.Element) {
    self.numbers = numbers
    self.factor = factor
  }
  @_transparent @usableFromInline var count: Int { numbers.count }
  @usableFromInline subscript(i: Int) -> X.Element { @_transparent get { numbers[i] * factor } }
}
