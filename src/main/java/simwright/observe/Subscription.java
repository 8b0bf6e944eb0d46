package simwright.observe;

/// The handle that ends a watching; closing it twice does nothing.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
