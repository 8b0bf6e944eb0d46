package simwright.ask;

/// Where a long act stands. Called from the acting thread; must be quick.
@FunctionalInterface
public interface Progress {
  /// The stage in words, units done and units in all; a total of 0 means it is not known.
  void at(String stage, int done, int total);

  /// Nobody looks.
  static Progress none() {
    return (stage, done, total) -> {};
  }
}
