package simwright.failover.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// The traces that ship, and those of files.
public final class Traces {
  /// A trace is not as its schema says.
  public static final FaultCode BROKEN_TRACE = new FaultCode("failover", "broken-trace");

  private static final long LONGEST = 1_000_000;
  private static final String SHIPPED = "/simwright/failover/traces/";

  private Traces() {}

  /// The names of those that ship.
  public static List<String> shipped() {
    return resource("index.txt").lines().toList();
  }

  /// One that ships, else a file; throws `failover/broken-trace`.
  public static Trace named(String name) {
    return shipped().contains(name)
        ? TraceReader.read(resource(name + ".yaml"), name + ".yaml")
        : file(Path.of(name));
  }

  private static Trace file(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw unreadable(file, "a trace is not longer than a million bytes", null);
      }
      return read(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw unreadable(
          file, "it cannot be read; traces that ship: " + String.join(", ", shipped()), e);
    }
  }

  /// Reads a text; throws `failover/broken-trace` with the line.
  public static Trace read(String text, String where) {
    return TraceReader.read(text, where);
  }

  /// The published schema.
  public static String schema() {
    return TraceReader.SCHEMA.text();
  }

  private static Fault unreadable(Path file, String why, @Nullable IOException cause) {
    return new Fault(BROKEN_TRACE, "reading a trace", file.toString(), why, cause);
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Traces.class.getResourceAsStream(SHIPPED + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
