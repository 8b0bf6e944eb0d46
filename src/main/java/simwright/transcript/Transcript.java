package simwright.transcript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(256);
  private boolean insideSecret;
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
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Transcript transcript = new Transcript(file, time, channel);
      transcript.put(
          "# simwright transcript 1\n# link: "
              + link
              + "\n# opened: "
              + time.now()
              + "\n# simulated: "
              + simulated
              + "\n");
      return transcript;
    } catch (IOException e) {
      throw new Fault(UNWRITABLE, "making a transcript", file.toString(), e.getMessage(), e);
    }
  }

  /// Takes bytes that went one way. A line is written when it is complete; the rest waits for its
  /// end or a `flush`.
  public synchronized void append(Direction direction, byte[] bytes, int length) {
    if (direction == Direction.SENT) {
      flush();
      line(direction, Masking.mask(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)));
      return;
    }
    for (int i = 0; i < length; i++) {
      pending.write(bytes[i]);
      if (bytes[i] == '\n' || pending.size() >= LONGEST) {
        flush();
      }
    }
  }

  /// Writes a note of our own.
  public synchronized void note(String text) {
    flush();
    line(Direction.NOTE, text);
  }

  /// Writes an incomplete line as it is.
  public synchronized void flush() {
    if (pending.size() == 0) {
      return;
    }
    String text = pending.toString(StandardCharsets.ISO_8859_1);
    pending.reset();
    boolean ends = text.endsWith("\n") || text.endsWith("\r");
    String masked = Masking.mask(text);
    if (insideSecret) {
      int end = text.length();
      while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
        end--;
      }
      masked = Masking.MASK + text.substring(end);
    }
    insideSecret = !ends && (insideSecret || masked.endsWith(Masking.MASK));
    line(Direction.RECEIVED, masked);
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

  private void line(Direction direction, String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    long millis = (time.nanos() - started) / 1_000_000;
    put(
        new TranscriptLine(millis, direction, Escapes.escape(bytes, 0, bytes.length)).format()
            + "\n");
  }

  private void put(String text) {
    if (!channel.isOpen()) {
      return;
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (buffer.hasRemaining()) {
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
