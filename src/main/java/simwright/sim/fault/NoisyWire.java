package simwright.sim.fault;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.function.Consumer;

/// Spoils bytes by chance on their way to the host. The same seed spoils the same bytes.
public final class NoisyWire implements Consumer<byte[]> {
  private final Consumer<byte[]> next;
  private final Runnable hangup;
  private final Random random;
  private FaultPlan plan;
  private long sent;

  /// Hands what is left to `next`; pulls the cable by `hangup`.
  public NoisyWire(FaultPlan plan, long seed, Consumer<byte[]> next, Runnable hangup) {
    this.plan = plan;
    this.random = new Random(seed);
    this.next = next;
    this.hangup = hangup;
  }

  /// Other faults from now on.
  public synchronized void plan(FaultPlan other) {
    plan = other;
  }

  @Override
  public void accept(byte[] bytes) {
    boolean pull;
    byte[] spoilt;
    synchronized (this) {
      spoilt = plan.has("silence") ? new byte[0] : spoil(bytes);
      sent += spoilt.length;
      pull = plan.number("hangup").isPresent() && sent >= plan.number("hangup").getAsInt();
    }
    if (spoilt.length > 0) {
      next.accept(spoilt);
    }
    if (pull) {
      hangup.run();
    }
  }

  private byte[] spoil(byte[] bytes) {
    double drop = plan.chance("drop").orElse(0);
    double dup = plan.chance("dup").orElse(0);
    double flip = plan.chance("flip").orElse(0);
    if (drop + dup + flip == 0) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 8);
    for (byte b : bytes) {
      if (random.nextDouble() < drop) {
        continue;
      }
      int value = random.nextDouble() < flip ? b ^ (1 << random.nextInt(8)) : b;
      out.write(value);
      if (random.nextDouble() < dup) {
        out.write(value);
      }
    }
    return out.toByteArray();
  }
}
