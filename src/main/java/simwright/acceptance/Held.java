package simwright.acceptance;

/// Something that a step opened and later steps of its run use; it is closed at the run's end.
@FunctionalInterface
public interface Held extends AutoCloseable {
  @Override
  void close();
}
