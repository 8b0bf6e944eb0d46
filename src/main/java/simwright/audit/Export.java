package simwright.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import simwright.fault.Fault;
import simwright.journal.Recorded;
import simwright.store.StoreCodes;

/// Writes records as a file for somebody else, oldest or newest first as they are handed in, with
/// the anchor in a small file beside it. Identifiers stay pseudonyms unless they are asked for in
/// clear.
public final class Export {
  private final Format format;
  private final Optional<Function<String, Optional<String>>> clear;

  private Export(Format format, Optional<Function<String, Optional<String>>> clear) {
    this.format = format;
    this.clear = clear;
  }

  /// In what form.
  public enum Format {
    /// One JSON line a record: the line as it was hashed, or, in clear, an object around it.
    JSONL,
    /// RFC 4180 with a heading, and no cell that a spreadsheet takes for a formula.
    CSV;

    /// The ending of the file's name.
    public String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What was written.
  public record Written(Path file, long records, Anchor anchor) {}

  /// As the lines stand, with pseudonyms.
  public static Export redacted(Format format) {
    return new Export(format, Optional.empty());
  }

  /// With the values behind the pseudonyms, as far as `reveal` still knows them.
  static Export clear(Format format, Function<String, Optional<String>> reveal) {
    return new Export(format, Optional.of(reveal));
  }

  /// Writes whole or not at all; `next` gives the page after a record's number, starting with
  /// `start`, and an empty page at the end.
  public Written write(Path file, Anchor anchor, long start, LongFunction<List<Recorded>> next) {
    Path whole = file.toAbsolutePath();
    Path fresh = whole.resolveSibling(whole.getFileName() + ".part");
    long records = 0;
    try {
      Files.createDirectories(whole.getParent());
      try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
        if (format == Format.CSV) {
          out.write("seq,at,actor,role,kind,line" + (clear.isPresent() ? ",clear" : "") + "\r\n");
        }
        List<Recorded> page = next.apply(start);
        while (!page.isEmpty()) {
          for (Recorded each : page) {
            out.write(format == Format.CSV ? row(each) + "\r\n" : object(each) + "\n");
            records++;
          }
          page = next.apply(page.getLast().seq());
        }
      }
      Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(
          whole.resolveSibling(whole.getFileName() + ".anchor"),
          anchor.size() + " " + anchor.head() + "\n");
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "exporting", whole.toString(), e.getMessage(), e);
    }
    return new Written(whole, records, anchor);
  }

  private String object(Recorded each) {
    if (clear.isEmpty()) {
      return each.line();
    }
    Map<String, Object> around = new LinkedHashMap<>();
    around.put("seq", each.seq());
    around.put("line", each.line());
    around.put("clear", values(each));
    return Canonical.json(around);
  }

  private Map<String, Object> values(Recorded each) {
    Map<String, Object> values = new LinkedHashMap<>();
    clear.ifPresent(reveal ->
        RecordLine.pseudonyms(each.line())
            .forEach(
                pseudonym -> values.put(pseudonym, reveal.apply(pseudonym).orElse("forgotten"))));
    return values;
  }

  private String row(Recorded each) {
    String row =
        each.seq()
            + ","
            + each.at()
            + ","
            + cell(each.actor())
            + ","
            + cell(RecordLine.role(each.line()))
            + ","
            + cell(each.kind())
            + ","
            + cell(each.line());
    return clear.isPresent() ? row + "," + cell(Canonical.json(values(each))) : row;
  }

  /// A quoted cell; one that a spreadsheet would take for a formula gets a quote mark before it.
  static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r\\n\\x00].*") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
