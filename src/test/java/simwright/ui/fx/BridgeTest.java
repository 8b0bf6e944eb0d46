package simwright.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.observe.Subscription;
import simwright.observe.Value;

class BridgeTest {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final Bridge bridge = Bridge.by(queue::add);
  private final Value<Integer> value = new Value<>(0);
  private final List<Integer> shown = new ArrayList<>();

  private void turn() {
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
  }

  @Test
  void theLastValueOfATurnWins() {
    try (Subscription _ = bridge.watch(value, shown::add)) {
      for (int i = 1; i <= 10_000; i++) {
        value.set(i);
      }
      assertEquals(1, queue.size());
      turn();
      value.set(7);
      turn();
    }
    assertEquals(List.of(10_000, 7), shown);
  }

  @Test
  void whatIsClosedShowsNothingMore() {
    Subscription watching = bridge.watch(value, shown::add);
    value.set(1);
    watching.close();
    turn();
    value.set(2);
    assertEquals(List.of(), shown);
    assertEquals(0, queue.size());
  }

  @Test
  void actsAreAllRunInOrder() {
    bridge.run(() -> shown.add(1));
    bridge.run(() -> shown.add(2));
    turn();
    assertEquals(List.of(1, 2), shown);
  }
}
