package simwright.sim.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import simwright.sim.modem.Wire;
import simwright.time.Deadline;
import simwright.time.Time;

/// Spoils bytes on their way to the host: lost, doubled, flipped, late, dripping, with others in
/// between, or none at all. The same seed and the same input give the same bytes; each kind draws
/// for itself, so that one fault more does not change the others.
public final class NoisyWire implements Wire {
  /// Bytes: how late they come, and how long after the ones before them at least.
  public record Piece(Duration late, Duration apart, byte[] bytes) {}

  private static final List<String> UNSOLICITED =
      List.of("RING", "+CRING: VOICE", "+CIEV: 2,4", "+CSQN: 17,99", "^RSSI: 18", "#QSS: 1");
  private static final int LONGEST_NOISE = 8;
  private static final int LATE_ONE_IN = 3;

  private final Consumer<List<Piece>> next;
  private final BooleanSupplier room;
  private final Runnable hangup;
  private final long seed;
  private final Map<FaultKind, Random> chances = new EnumMap<>(FaultKind.class);
  private final Time time;
  private FaultPlan plan;
  private Deadline silent;
  private long sent;

  /// Hands what is left to `next`, which tells by `room` whether it holds too much already; pulls
  /// the cable by `hangup`.
  public NoisyWire(
      FaultPlan plan,
      long seed,
      Time time,
      Consumer<List<Piece>> next,
      BooleanSupplier room,
      Runnable hangup) {
    this.seed = seed;
    this.time = time;
    this.next = next;
    this.room = room;
    this.hangup = hangup;
    this.plan = plan;
    this.silent = silence(plan);
  }

  /// Other faults from now on, drawn from the seed anew.
  public synchronized void plan(FaultPlan other) {
    plan = other;
    chances.clear();
    silent = silence(other);
    sent = 0;
  }

  @Override
  public void send(byte[] bytes) {
    boolean pull;
    List<Piece> pieces;
    synchronized (this) {
      byte[] spoilt = silent.passed() ? spoil(preceded(bytes)) : new byte[0];
      int limit = plan.number(FaultKind.HANGUP).orElse(Integer.MAX_VALUE);
      pull = sent < limit && sent + spoilt.length >= limit;
      sent += spoilt.length;
      pieces = spoilt.length == 0 ? List.of() : pieces(spoilt, late(bytes));
    }
    if (!pieces.isEmpty()) {
      next.accept(pieces);
    }
    if (pull) {
      hangup.run();
    }
  }

  @Override
  public boolean hasRoom() {
    return room.getAsBoolean();
  }

  private Deadline silence(FaultPlan of) {
    if (!of.has(FaultKind.SILENCE)) {
      return time.deadline(Duration.ZERO);
    }
    int seconds = of.number(FaultKind.SILENCE).orElse(0);
    return time.deadline(seconds == 0 ? Duration.ofDays(365) : Duration.ofSeconds(seconds));
  }

  private Random random(FaultKind kind) {
    return chances.computeIfAbsent(kind, each -> new Random(seed * 31 + each.name().hashCode()));
  }

  private boolean happens(FaultKind kind) {
    return plan.has(kind) && random(kind).nextDouble() < plan.chance(kind);
  }

  private static boolean isLine(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == '\r' && bytes[1] == '\n';
  }

  /// What stands before a line that the modem sends.
  private byte[] preceded(byte[] bytes) {
    if (!isLine(bytes)) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 32);
    if (happens(FaultKind.URC)) {
      String line = UNSOLICITED.get(random(FaultKind.URC).nextInt(UNSOLICITED.size()));
      out.writeBytes(("\r\n" + line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    if (happens(FaultKind.GARBAGE)) {
      byte[] noise = new byte[1 + random(FaultKind.GARBAGE).nextInt(LONGEST_NOISE)];
      random(FaultKind.GARBAGE).nextBytes(noise);
      out.writeBytes(noise);
    }
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  private Duration late(byte[] bytes) {
    int all = plan.number(FaultKind.DELAY).orElse(0);
    boolean held =
        plan.has(FaultKind.LATE)
            && isLine(bytes)
            && random(FaultKind.LATE).nextInt(LATE_ONE_IN) == 0;
    return Duration.ofMillis(all + (held ? plan.number(FaultKind.LATE).orElse(0) : 0));
  }

  private List<Piece> pieces(byte[] bytes, Duration late) {
    Duration apart = Duration.ofMillis(plan.number(FaultKind.SLOW).orElse(0));
    if (apart.isZero()) {
      return List.of(new Piece(late, apart, bytes));
    }
    List<Piece> all = new ArrayList<>();
    for (byte b : bytes) {
      all.add(new Piece(late, apart, new byte[] {b}));
    }
    return all;
  }

  private byte[] spoil(byte[] bytes) {
    if (!plan.has(FaultKind.DROP) && !plan.has(FaultKind.DUP) && !plan.has(FaultKind.FLIP)) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 8);
    for (byte b : bytes) {
      boolean lost = happens(FaultKind.DROP);
      boolean flipped = happens(FaultKind.FLIP);
      int value = flipped ? b ^ (1 << random(FaultKind.FLIP).nextInt(8)) : b;
      boolean twice = happens(FaultKind.DUP);
      if (!lost) {
        out.write(value);
        if (twice) {
          out.write(value);
        }
      }
    }
    return out.toByteArray();
  }
}
