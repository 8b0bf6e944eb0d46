package simwright.transcript;

import java.io.IOException;
import java.io.RandomAccessFile;
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

/// Reads transcript files: whole, or a window of lines that grows while the link is open.
public final class TranscriptReader {
  /// The file could not be read.
  public static final FaultCode UNREADABLE = new FaultCode("transcript", "unreadable");

  private TranscriptReader() {}

  /// A window of lines and the offset to go on from.
  public record Window(List<TranscriptLine> lines, long next) {}

  /// All lines but the heading.
  public static List<TranscriptLine> all(Path file) {
    return read(file, 0, Integer.MAX_VALUE).lines();
  }

  /// At most `most` complete lines from a byte offset on; heading lines are passed over.
  public static Window read(Path file, long from, int most) {
    List<TranscriptLine> lines = new ArrayList<>();
    long next = from;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(from);
      byte[] chunk = new byte[64 * 1024];
      StringBuilder rest = new StringBuilder();
      for (int n = in.read(chunk); n > 0 && lines.size() < most; n = in.read(chunk)) {
        int start = 0;
        for (int i = 0; i < n && lines.size() < most; i++) {
          if (chunk[i] == '\n') {
            rest.append(new String(chunk, start, i - start, StandardCharsets.UTF_8));
            next += rest.toString().getBytes(StandardCharsets.UTF_8).length + 1L;
            if (!rest.isEmpty() && rest.charAt(0) != '#') {
              lines.add(TranscriptLine.parse(rest.toString()));
            }
            rest.setLength(0);
            start = i + 1;
          }
        }
        rest.append(new String(chunk, start, n - start, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new Fault(UNREADABLE, "reading a transcript", file.toString(), e.getMessage(), e);
    }
    return new Window(lines, next);
  }

  /// The lines of a range, with the files in `folder`.
  public static List<TranscriptLine> range(Path folder, TranscriptRange range) {
    List<TranscriptLine> lines = new ArrayList<>();
    for (String line : text(folder, range).split("\n", -1)) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        lines.add(TranscriptLine.parse(line));
      }
    }
    return lines;
  }

  /// SHA-256 of the bytes of a range, in lower-case hex.
  public static String sha256(Path folder, TranscriptRange range) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text(folder, range).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path folder, TranscriptRange range) {
    if (range.to() <= range.from()) {
      return "";
    }
    Path file = folder.resolve(Path.of(range.file()).getFileName());
    try (var channel = Files.newByteChannel(file)) {
      channel.position(range.from());
      var buffer = java.nio.ByteBuffer.allocate(Math.toIntExact(range.to() - range.from()));
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
      return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Fault(UNREADABLE, "reading a transcript", file.toString(), e.getMessage(), e);
    }
  }
}
