package simwright.at.command;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The serving cell by Sierra's !LTEINFO?: a row of names that begins with `Serving:` and a row of
/// values below it; powers in dBm, ratios in dB, as their columns are named.
public record ReadSierraCell() implements ReadRadio {
  private static final String HEAD = "SERVING:";

  @Override
  public String text() {
    return "AT!LTEINFO?";
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      String names = lines.get(i).strip().toUpperCase(Locale.ROOT);
      if (names.startsWith(HEAD)) {
        return Optional.of(read(row(names.substring(HEAD.length()), lines.get(i + 1))));
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> row(String names, String values) {
    String[] columns = names.strip().split("\\s+");
    String[] cells = values.strip().split("\\s+");
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < Math.min(columns.length, cells.length); i++) {
      row.put(columns[i], cells[i]);
    }
    return row;
  }

  private static Radio read(Map<String, String> row) {
    return Radio.of("LTE")
        .power(decimal(row, "RSSI"), decimal(row, "RSRP"))
        .quality(decimal(row, "RSRQ"), decimal(row, "SNR"))
        .place(
            Optional.ofNullable(row.get("BD")).map(band -> "B" + band),
            Optional.ofNullable(row.get("CID")));
  }

  private static Optional<Double> decimal(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column))
        .filter(text -> text.matches("-?[0-9]{1,4}(?:\\.[0-9]+)?"))
        .map(Double::valueOf);
  }
}
