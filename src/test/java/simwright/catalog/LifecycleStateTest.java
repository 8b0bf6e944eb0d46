package simwright.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifecycleStateTest {
  @Test
  void everyStateIsReachedFromTheFirstAndEndsInDeleted() {
    assertEquals(EnumSet.allOf(LifecycleState.class), reached(LifecycleState.RESERVED));
    for (LifecycleState each : LifecycleState.values()) {
      assertTrue(reached(each).contains(LifecycleState.DELETED), each.key());
    }
  }

  @Test
  void whatIsDeletedNeverComesBackAndWhatIsInUseIsNotDeleted() {
    assertEquals(Set.of(LifecycleState.DELETED), reached(LifecycleState.DELETED));
    assertFalse(LifecycleState.ENABLED.leadsTo(LifecycleState.DELETED));
    assertFalse(LifecycleState.REVOKED.leadsTo(LifecycleState.ENABLED));
    assertFalse(LifecycleState.RESERVED.leadsTo(LifecycleState.ENABLED));
  }

  @Test
  void keysAreReadInAnyCaseAndLanguage() {
    for (LifecycleState each : LifecycleState.values()) {
      String loud = each.key().toUpperCase(Locale.ROOT);
      assertEquals(each, LifecycleState.of(" " + loud + " ").orElseThrow());
    }
    Stream.of(Use.values()).forEach(each -> assertEquals(each, Use.of(each.key()).orElseThrow()));
    Stream.of(Coverage.values())
        .forEach(each -> assertEquals(each, Coverage.of(each.key()).orElseThrow()));
    assertTrue(Use.of("production line").isEmpty());
  }

  private static Set<LifecycleState> reached(LifecycleState from) {
    Set<LifecycleState> reached = EnumSet.of(from);
    Queue<LifecycleState> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      LifecycleState at = open.remove();
      Stream.of(LifecycleState.values())
          .filter(each -> at.leadsTo(each) && reached.add(each))
          .forEach(open::add);
    }
    return reached;
  }
}
