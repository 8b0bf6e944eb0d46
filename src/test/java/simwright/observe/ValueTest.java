package simwright.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void aWatcherSeesTheValueNowAndEveryChangeUntilClosed() {
    Value<Integer> value = new Value<>(1);
    List<Integer> seen = new ArrayList<>();
    Subscription subscription = value.subscribe(seen::add);
    value.set(2);
    value.set(2);
    assertEquals(3, value.update(old -> old + 1));
    subscription.close();
    subscription.close();
    value.set(4);
    assertEquals(List.of(1, 2, 3), seen);
    assertEquals(4, value.get());
  }

  @Test
  void aSignalReachesThoseWhoWatchThen() {
    Signal<String> signal = new Signal<>();
    List<String> seen = new ArrayList<>();
    signal.emit("before");
    Subscription subscription = signal.subscribe(seen::add);
    signal.emit("during");
    subscription.close();
    signal.emit("after");
    assertEquals(List.of("during"), seen);
  }
}
