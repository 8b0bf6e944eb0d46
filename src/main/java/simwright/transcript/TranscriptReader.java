package simwright.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// Reads transcript files: the heading, all lines, those from an offset on, or a recorded range.
/// `TranscriptIndex` gives a window on a long one.
public final class TranscriptReader {
  /// The file could not be read.
  public static final FaultCode UNREADABLE = new FaultCode("transcript", "unreadable");

  private static final int CHUNK = 64 * 1024;

  private TranscriptReader() {}

  /// A window of lines and the offset to go on from.
  public record Window(List<TranscriptLine> lines, long next) {}

  /// The heading.
  public static TranscriptHeading heading(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<String> lines = new ArrayList<>();
      for (String line = in.readLine();
          line != null && line.startsWith("#");
          line = in.readLine()) {
        lines.add(line);
      }
      return TranscriptHeading.parse(lines);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// All lines but the heading; a last one that is not ended counts.
  public static List<TranscriptLine> all(Path file) {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.filter(TranscriptReader::counts).map(TranscriptLine::parse).toList();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// At most `most` complete lines from a byte offset on; heading lines are passed over.
  public static Window read(Path file, long from, int most) {
    try (FileChannel channel = FileChannel.open(file)) {
      return read(channel, from, most);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static Window read(FileChannel channel, long from, int most) throws IOException {
    List<TranscriptLine> lines = new ArrayList<>();
    long next = from;
    LineCutter cutter = new LineCutter();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long at = from;
    for (int n = channel.read(chunk, at);
        n > 0 && lines.size() < most;
        n = channel.read(chunk.clear(), at)) {
      at += n;
      for (int i = 0; i < n && lines.size() < most; i++) {
        if (cutter.take(chunk.get(i))) {
          String line = cutter.line();
          next += cutter.length();
          if (counts(line)) {
            lines.add(TranscriptLine.parse(line));
          }
        }
      }
    }
    return new Window(lines, next);
  }

  /// The lines of a range, with the files in `folder`.
  public static List<TranscriptLine> range(Path folder, TranscriptRange range) {
    return new String(bytes(folder, range), StandardCharsets.UTF_8)
        .lines()
        .filter(TranscriptReader::counts)
        .map(TranscriptLine::parse)
        .toList();
  }

  /// SHA-256 of the bytes of a range, in lower-case hex.
  public static String sha256(Path folder, TranscriptRange range) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(folder, range));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean counts(String line) {
    return !line.isEmpty() && line.charAt(0) != '#';
  }

  static Fault unreadable(Path file, IOException e) {
    return new Fault(UNREADABLE, "reading a transcript", file.toString(), e.getMessage(), e);
  }

  private static byte[] bytes(Path folder, TranscriptRange range) {
    if (range.to() <= range.from()) {
      return new byte[0];
    }
    Path file = folder.resolve(Path.of(range.file()).getFileName());
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(range.to() - range.from()));
      channel.position(range.from());
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
      if (buffer.hasRemaining()) {
        throw new Fault(
            UNREADABLE, "reading a transcript", file.toString(), "shorter than recorded", null);
      }
      return buffer.array();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
