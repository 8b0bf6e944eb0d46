package simwright.transcript;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A window on a transcript of any length, also while it is being written: it keeps only where
/// every 256th line begins, and reads the lines asked for. Safe for several threads.
public final class TranscriptIndex implements AutoCloseable {
  private static final int EVERY = 256;
  private static final int CHUNK = 64 * 1024;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
  private long[] starts = new long[64];
  private long lines;
  private long scanned;
  private long lineStart;
  private boolean fresh = true;
  private boolean counting;

  private TranscriptIndex(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Opens a file and indexes what is there.
  public static TranscriptIndex open(Path file) {
    try {
      TranscriptIndex index = new TranscriptIndex(file, FileChannel.open(file));
      index.refresh();
      return index;
    } catch (IOException e) {
      throw TranscriptReader.unreadable(file, e);
    }
  }

  /// Takes in what was appended since; the number of complete lines, the heading not counted.
  public synchronized long refresh() {
    try {
      for (int n = channel.read(chunk.clear(), scanned);
          n > 0;
          n = channel.read(chunk.clear(), scanned)) {
        scan(n);
      }
      return lines;
    } catch (IOException e) {
      throw TranscriptReader.unreadable(file, e);
    }
  }

  /// The number of complete lines at the last `refresh`.
  public synchronized long size() {
    return lines;
  }

  /// Up to `count` lines from the line with this number on (0 is the first).
  public synchronized List<TranscriptLine> lines(long first, int count) {
    long most = Math.min(count, lines - first);
    if (first < 0 || most <= 0) {
      return List.of();
    }
    int slot = (int) (first / EVERY);
    int skip = (int) (first % EVERY);
    try {
      List<TranscriptLine> found =
          TranscriptReader.read(channel, starts[slot], skip + (int) most).lines();
      return List.copyOf(found.subList(Math.min(skip, found.size()), found.size()));
    } catch (IOException e) {
      throw TranscriptReader.unreadable(file, e);
    }
  }

  /// The number of the line that holds or follows a byte offset, to go from a range to its lines.
  public synchronized long lineAt(long offset) {
    int slots = (int) ((lines + EVERY - 1) / EVERY);
    int found = Arrays.binarySearch(starts, 0, slots, offset);
    int slot = Math.max(0, found >= 0 ? found : -found - 2);
    if (slots == 0 || offset <= starts[0]) {
      return 0;
    }
    try {
      ByteBuffer before =
          ByteBuffer.allocate(Math.toIntExact(Math.min(offset, scanned) - starts[slot]));
      int n = Math.max(0, channel.read(before, starts[slot]));
      LineCutter cutter = new LineCutter();
      long number = (long) slot * EVERY;
      for (int i = 0; i < n && number < lines; i++) {
        if (cutter.take(before.get(i)) && TranscriptReader.counts(cutter.line())) {
          number++;
        }
      }
      return number;
    } catch (IOException e) {
      throw TranscriptReader.unreadable(file, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw TranscriptReader.unreadable(file, e);
    }
  }

  private void scan(int n) {
    for (int i = 0; i < n; i++) {
      byte b = chunk.get(i);
      long at = scanned + i;
      if (fresh) {
        lineStart = at;
        counting = b != '#' && b != '\n';
        fresh = false;
      }
      if (b == '\n') {
        if (counting) {
          count();
        }
        fresh = true;
      }
    }
    scanned += n;
  }

  private void count() {
    if (lines % EVERY == 0) {
      int slot = (int) (lines / EVERY);
      if (slot == starts.length) {
        starts = Arrays.copyOf(starts, 2 * slot);
      }
      starts[slot] = lineStart;
    }
    lines++;
  }
}
