package simwright.ui.fx;

import java.util.ArrayList;
import java.util.List;
import simwright.observe.Subscription;

/// The handles a screen holds, closed together.
public final class Subscriptions implements Subscription {
  private final List<Subscription> all = new ArrayList<>();

  /// Keeps a handle until all are closed.
  public void add(Subscription subscription) {
    all.add(subscription);
  }

  @Override
  public void close() {
    all.forEach(Subscription::close);
    all.clear();
  }
}
