package simwright.sim.network;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/// The short message service centre: takes messages for subscribers' numbers and keeps them until
/// they are fetched.
public final class MessageCentre {
  /// The centre's own number.
  public static final String NUMBER = "+99900000001";

  private final Map<String, Queue<ShortMessage>> waiting = new HashMap<>();
  private final Map<String, Runnable> bells = new HashMap<>();

  /// A subscriber can be reached: `bell` rings, without a lock of the centre, when something waits.
  public void reach(String number, Runnable bell) {
    synchronized (this) {
      bells.put(digits(number), bell);
      waiting.computeIfAbsent(digits(number), key -> new ArrayDeque<>());
    }
  }

  /// Takes a message for a number; false when nobody has it.
  public boolean submit(String to, ShortMessage message) {
    Runnable bell;
    synchronized (this) {
      Queue<ShortMessage> queue = waiting.get(digits(to));
      if (queue == null) {
        return false;
      }
      queue.add(message);
      bell = bells.getOrDefault(digits(to), () -> {});
    }
    bell.run();
    return true;
  }

  /// The oldest message that waits for a number, taken away.
  public synchronized Optional<ShortMessage> fetch(String number) {
    return Optional.ofNullable(waiting.get(digits(number))).map(Queue::poll);
  }

  private static String digits(String number) {
    return number.replaceAll("[^0-9]", "");
  }
}
