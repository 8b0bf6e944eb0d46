package simwright.ui.terminal;

import java.util.List;
import java.util.function.Consumer;
import simwright.transcript.TranscriptReader;
import simwright.ui.fx.Background;

/// Follows the end of a transcript file: reads what has grown in pieces, one reading at a time, and
/// hands rows on. Used on the screen's thread; the reading is elsewhere.
final class Tail {
  private static final long BACK = 8L << 20;
  private static final int PIECE = 5_000;

  private final TerminalSource source;
  private final Background background;
  private final Consumer<List<Row>> rows;
  private final Consumer<simwright.fault.Fault> failed;
  private String file = "";
  private long next;
  private boolean cut;
  private boolean reading;

  private record Piece(String file, TranscriptReader.Window window, boolean cut) {}

  Tail(
      TerminalSource source,
      Background background,
      Consumer<List<Row>> rows,
      Consumer<simwright.fault.Fault> failed) {
    this.source = source;
    this.background = background;
    this.rows = rows;
    this.failed = failed;
  }

  /// Turns to another file, near its end where it is long.
  void turn(String to) {
    file = to;
    next = -1;
    poll();
  }

  /// Reads what has grown; does nothing while a reading is under way.
  void poll() {
    if (reading || file.isEmpty()) {
      return;
    }
    reading = true;
    String reads = file;
    long from = next;
    background.run("transcript", () -> read(reads, from), this::show, this::fail);
  }

  private Piece read(String reads, long from) {
    long length = source.length(reads);
    long start = from >= 0 ? from : Math.max(0, length - BACK);
    boolean midLine = from < 0 && start > 0;
    if (length <= start) {
      return new Piece(reads, new TranscriptReader.Window(List.of(), start), midLine);
    }
    return new Piece(reads, source.read(reads, start, PIECE), midLine);
  }

  private void show(Piece piece) {
    reading = false;
    if (!piece.file().equals(file)) {
      poll();
      return;
    }
    cut = cut || piece.cut();
    next = piece.window().next();
    List<Row> found = piece.window().lines().stream().map(Row::of).toList();
    if (!found.isEmpty()) {
      rows.accept(cut ? found.subList(1, found.size()) : found);
      cut = false;
    }
    if (found.size() == PIECE) {
      poll();
    }
  }

  private void fail(simwright.fault.Fault fault) {
    reading = false;
    file = "";
    failed.accept(fault);
  }
}
