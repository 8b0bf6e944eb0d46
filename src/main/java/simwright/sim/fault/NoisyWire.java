package simwright.sim.fault;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import simwright.time.Deadline;
import simwright.time.Time;

/// Spoils bytes on their way to the host: lost, doubled, flipped, late, dripping, or none at all.
/// The same seed and the same input give the same bytes.
public final class NoisyWire implements Consumer<byte[]> {
  /// Bytes, and how long after the ones before them (or after now) they come.
  public record Piece(Duration after, byte[] bytes) {}

  private final Consumer<List<Piece>> next;
  private final Runnable hangup;
  private final Random random;
  private final Time time;
  private FaultPlan plan;
  private Deadline silent;
  private long sent;

  /// Hands what is left to `next`; pulls the cable by `hangup`.
  public NoisyWire(
      FaultPlan plan, long seed, Time time, Consumer<List<Piece>> next, Runnable hangup) {
    this.random = new Random(seed);
    this.time = time;
    this.next = next;
    this.hangup = hangup;
    this.plan = plan;
    this.silent = silence(plan);
  }

  /// Other faults from now on.
  public synchronized void plan(FaultPlan other) {
    plan = other;
    silent = silence(other);
    sent = 0;
  }

  @Override
  public void accept(byte[] bytes) {
    boolean pull;
    List<Piece> pieces;
    synchronized (this) {
      byte[] spoilt = silent.passed() ? spoil(bytes) : new byte[0];
      int limit = plan.number(FaultKind.HANGUP).orElse(Integer.MAX_VALUE);
      pull = sent < limit && sent + spoilt.length >= limit;
      sent += spoilt.length;
      pieces = spoilt.length == 0 ? List.of() : pieces(spoilt);
    }
    if (!pieces.isEmpty()) {
      next.accept(pieces);
    }
    if (pull) {
      hangup.run();
    }
  }

  private Deadline silence(FaultPlan of) {
    if (!of.has(FaultKind.SILENCE)) {
      return time.deadline(Duration.ZERO);
    }
    int seconds = of.number(FaultKind.SILENCE).orElse(0);
    return time.deadline(seconds == 0 ? Duration.ofDays(365) : Duration.ofSeconds(seconds));
  }

  private List<Piece> pieces(byte[] bytes) {
    Duration late = Duration.ofMillis(plan.number(FaultKind.DELAY).orElse(0));
    int apart = plan.number(FaultKind.SLOW).orElse(0);
    if (apart == 0) {
      return List.of(new Piece(late, bytes));
    }
    List<Piece> all = new ArrayList<>();
    for (byte b : bytes) {
      all.add(new Piece(late.plusMillis(apart), new byte[] {b}));
      late = Duration.ZERO;
    }
    return all;
  }

  private byte[] spoil(byte[] bytes) {
    double drop = plan.chance(FaultKind.DROP);
    double dup = plan.chance(FaultKind.DUP);
    double flip = plan.chance(FaultKind.FLIP);
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
