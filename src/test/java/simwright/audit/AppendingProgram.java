package simwright.audit;

import java.nio.file.Path;
import java.util.Map;
import simwright.journal.Event;
import simwright.time.SystemTime;

/// A program of its own that appends to a log and says each number once it is acknowledged.
final class AppendingProgram {
  private AppendingProgram() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    try (SystemTime time = new SystemTime();
        Kept log = Kept.in(folder, new Actor("program", Actor.Role.OPERATOR), time)) {
      for (long i = 0; i < count; i++) {
        long seq = log.audit().append(new Event.Asked("j", "work " + i, "", Map.of())).seq();
        System.out.println("acknowledged " + seq);
        System.out.flush();
      }
    }
  }
}
