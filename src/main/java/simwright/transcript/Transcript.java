package simwright.transcript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.Set;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Time;

/// What goes over one open link, line by line into a file a person can read and a test can replay.
/// Secrets are masked before anything is written. Safe for the port thread and callers at once.
public final class Transcript implements AutoCloseable {
  /// The file could not be written.
  public static final FaultCode UNWRITABLE = new FaultCode("transcript", "unwritable");

  private static final int LONGEST = 4096;

  private final Path file;
  private final Time time;
  private final long started;
  private final FileChannel channel;
  private final LineMasker sent = new LineMasker();
  private final LineMasker received = new LineMasker();
  private final Set<String> hidden = new LinkedHashSet<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(256);
  private final StringBuilder out = new StringBuilder(512);
  private Direction direction = Direction.RECEIVED;
  private long pendingSince;
  private long position;

  private Transcript(Path file, Time time, FileChannel channel) {
    this.file = file;
    this.time = time;
    this.channel = channel;
    this.started = time.nanos();
  }

  /// Makes the file with its heading.
  public static Transcript create(Path file, String link, boolean simulated, Time time) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownersAlone(file));
      Transcript transcript = new Transcript(file, time, channel);
      transcript.out.append(new TranscriptHeading(link, time.now(), simulated).format());
      transcript.put();
      return transcript;
    } catch (IOException e) {
      throw new Fault(UNWRITABLE, "making a transcript", file.toString(), e.getMessage(), e);
    }
  }

  /// Identifiers stand in it.
  private static FileAttribute<?>[] ownersAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /// Takes bytes that went one way. What was sent stands in the file on return; a received line is
  /// written when it is complete, the rest waits for its end or a `flush`.
  public synchronized void append(Direction direction, byte[] bytes, int length) {
    if (direction == Direction.NOTE) {
      note(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
      return;
    }
    if (direction != this.direction) {
      cut();
      this.direction = direction;
    }
    boolean ended = false;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if ((ended && b != '\n') || pending.size() >= LONGEST) {
        cut();
      }
      if (pending.size() == 0) {
        pendingSince = millis();
      }
      pending.write(b);
      ended = b == '\r';
      if (b == '\n') {
        cut();
      }
    }
    if (direction == Direction.SENT) {
      cut();
    }
    put();
  }

  /// From now on a secret is masked wherever it stands, as it is or as hexadecimal digits.
  public synchronized void hide(String secret) {
    hidden.add(secret);
    sent.hide(secret);
    received.hide(secret);
  }

  /// Takes an APDU that went one way, in hex; it stands in the file on return. One that carries a
  /// PIN or PUK shows its class and instruction alone.
  public synchronized void apdu(Direction direction, String hex) {
    cut();
    line(millis(), direction, sent.apdu(hex, direction == Direction.SENT));
    put();
  }

  /// Writes a note of our own.
  public synchronized void note(String text) {
    cut();
    String open = Masking.mask(text);
    for (String secret : hidden) {
      open = open.replace(secret, Masking.MASK);
    }
    line(millis(), Direction.NOTE, Escapes.escape(open));
    put();
  }

  /// Writes an incomplete line as it is.
  public synchronized void flush() {
    cut();
    put();
  }

  /// Makes what was written survive a loss of power.
  public synchronized void commit() {
    flush();
    try {
      if (channel.isOpen()) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// The offset after all that was written; flushes first.
  public synchronized long position() {
    flush();
    return position;
  }

  /// The piece from an earlier position to now.
  public synchronized TranscriptRange since(long from) {
    return new TranscriptRange(file.getFileName().toString(), from, position());
  }

  /// The file.
  public Path file() {
    return file;
  }

  @Override
  public synchronized void close() {
    if (!channel.isOpen()) {
      return;
    }
    flush();
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void cut() {
    if (pending.size() == 0) {
      return;
    }
    String piece = pending.toString(StandardCharsets.ISO_8859_1);
    pending.reset();
    if (direction == Direction.SENT) {
      // the echo to come depends on the whole line so far, so it is looked at before it is
      // forgotten
      line(pendingSince, direction, sent.write(piece, received));
    } else {
      line(pendingSince, direction, received.write(piece));
    }
  }

  private void line(long millis, Direction direction, String escaped) {
    new TranscriptLine(millis, direction, escaped).format(out);
    out.append('\n');
  }

  private long millis() {
    return (time.nanos() - started) / 1_000_000;
  }

  private void put() {
    if (out.isEmpty()) {
      return;
    }
    ByteBuffer buffer = StandardCharsets.UTF_8.encode(out.toString());
    out.setLength(0);
    try {
      while (channel.isOpen() && buffer.hasRemaining()) {
        position += channel.write(buffer);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Fault unwritable(IOException e) {
    return new Fault(UNWRITABLE, "writing a transcript", file.toString(), e.getMessage(), e);
  }
}
