package simwright.at.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Status by Sierra's !GSTATUS?: a table of labels and values, whose labels differ between models;
/// powers in dBm, ratios in dB. New radio stands before LTE where both are there.
public record ReadSierraStatus() implements ReadRadio {
  @Override
  public String text() {
    return "AT!GSTATUS?";
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    String table = String.join("\n", lines);
    if (!table.contains("ystem mode") && !table.contains("RSRP") && !table.contains("Mode:")) {
      return Optional.empty();
    }
    boolean nr = number(table, "NR5G RSRP \\(dBm\\)").isPresent();
    Optional<Double> rsrp =
        nr
            ? number(table, "NR5G RSRP \\(dBm\\)")
            : number(table, "RSRP \\(dBm\\)").or(() -> number(table, "PCC RxM RSRP"));
    return Optional.of(
        new Radio(
            nr ? Optional.of("NR") : word(table, "System mode"),
            number(table, "PCC RxM RSSI"),
            rsrp,
            number(table, nr ? "NR5G RSRQ \\(dB\\)" : "RSRQ \\(dB\\)"),
            number(table, nr ? "NR5G SINR \\(dB\\)" : "SINR \\(dB\\)"),
            word(table, nr ? "NR5G band" : "LTE band"),
            word(table, "Cell ID")));
  }

  private static Optional<Double> number(String table, String label) {
    Matcher found = Pattern.compile(label + ":\\s*(-?[0-9]{1,4}(?:\\.[0-9]+)?)").matcher(table);
    return found.find() ? Optional.of(Double.parseDouble(found.group(1))) : Optional.empty();
  }

  private static Optional<String> word(String table, String label) {
    Matcher found = Pattern.compile(label + ":[ \t]*([A-Za-z0-9.+-]+)").matcher(table);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
