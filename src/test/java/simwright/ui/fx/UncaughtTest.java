package simwright.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.observe.Subscription;

class UncaughtTest {
  private final List<Fault> told = new ArrayList<>();
  private final Uncaught handler = new Uncaught(told::add);

  @Test
  void whatBreaksAgainAtTheSamePlaceIsToldOnce() {
    for (int i = 0; i < 3; i++) {
      broke(new IllegalStateException("the list has changed " + i));
    }
    assertEquals(List.of(ScreenCodes.DEFECT), told.stream().map(Fault::code).toList());
    assertEquals("IllegalStateException", told.getFirst().evidence().orElse(""));
    broke(new IndexOutOfBoundsException(1));
    assertEquals(2, told.size());
  }

  @Test
  void aFaultKeepsItsOwnCode() {
    broke(new Fault(new FaultCode("store", "full"), "keeping a setting", "the data folder"));
    assertEquals("store/full", told.getFirst().code().toString());
  }

  @Test
  void theThreadIsAsItWasOnceNobodyListens() {
    var before = Thread.currentThread().getUncaughtExceptionHandler();
    try (Subscription _ = Uncaught.onThisThread(told::add)) {
      Thread here = Thread.currentThread();
      here.getUncaughtExceptionHandler().uncaughtException(here, new IllegalStateException());
      assertEquals(1, told.size());
    }
    assertEquals(before, Thread.currentThread().getUncaughtExceptionHandler());
  }

  private void broke(RuntimeException broken) {
    handler.uncaughtException(Thread.currentThread(), broken);
  }
}
