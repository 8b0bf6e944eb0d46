package simwright.ui.terminal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import simwright.transcript.Direction;
import simwright.transcript.TranscriptLine;
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
  private final ZoneId zone;
  private String file = "";
  private long next;
  private Instant opened = Instant.EPOCH;
  private String command = "";
  private boolean cut;
  private boolean reading;

  private record Piece(String file, TranscriptReader.Window window, boolean cut, Instant opened) {}

  Tail(
      TerminalSource source,
      Background background,
      Consumer<List<Row>> rows,
      Consumer<simwright.fault.Fault> failed,
      ZoneId zone) {
    this.source = source;
    this.background = background;
    this.rows = rows;
    this.failed = failed;
    this.zone = zone;
  }

  /// Turns to another file, near its end where it is long.
  void turn(String to) {
    file = to;
    opened = Instant.EPOCH;
    command = "";
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
    Instant when = from < 0 || opened.equals(Instant.EPOCH) ? source.opened(reads) : opened;
    boolean midLine = from < 0 && start > 0;
    if (length <= start) {
      return new Piece(reads, new TranscriptReader.Window(List.of(), start), midLine, when);
    }
    return new Piece(reads, source.read(reads, start, PIECE), midLine, when);
  }

  private void show(Piece piece) {
    reading = false;
    if (!piece.file().equals(file)) {
      poll();
      return;
    }
    cut = cut || piece.cut();
    next = piece.window().next();
    opened = piece.opened();
    List<TranscriptLine> found = piece.window().lines();
    if (!found.isEmpty()) {
      rows.accept(rows(cut ? found.subList(1, found.size()) : found));
      cut = false;
    }
    if (found.size() == PIECE) {
      poll();
    }
  }

  /// Lines that hold a line end alone are not shown; each row knows the command sent before it.
  private List<Row> rows(List<TranscriptLine> lines) {
    List<Row> all = new ArrayList<>();
    for (TranscriptLine line : lines) {
      if (!Row.bare(line.text()).isEmpty()) {
        Row row = Row.of(line, opened, zone, command);
        command = line.direction() == Direction.SENT ? row.text() : command;
        all.add(row);
      }
    }
    return all;
  }

  private void fail(simwright.fault.Fault fault) {
    reading = false;
    file = "";
    failed.accept(fault);
  }
}
