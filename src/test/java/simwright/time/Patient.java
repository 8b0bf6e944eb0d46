package simwright.time;

import java.time.Duration;

/// A program that is at work and does not want to be broken off, and says what it is told.
final class Patient {
  private Patient() {}

  public static void main(String[] arguments) {
    try (SystemTime time = new SystemTime()) {
      Task unused =
          time.whenStopped(() -> say("wish"), () -> say("late"), Duration.ofMillis(50), 4);
      say("at work");
      time.sleep(Duration.ofMinutes(1));
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String words) {
    System.out.println(words);
  }
}
