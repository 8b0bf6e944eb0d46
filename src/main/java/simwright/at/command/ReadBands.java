package simwright.at.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// The bands that are allowed, by the maker's own command (+QCFG="band", +QNWPREFCFG, +CNBP?,
/// +UBANDMASK?, #BND?, !BAND?, +GTACT? ...), as the device prints them: masks in hexadecimal, lists
/// with colons, or names. What a mask's bits mean stands in the hardware profile.
public record ReadBands(String text) implements AtCommand<String> {
  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<String> parse(List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        lines.stream()
            .map(ReadBands::shown)
            .filter(shown -> !shown.isEmpty())
            .collect(Collectors.joining("; ")));
  }

  /// Without the name of the setting that the answer repeats.
  private static String shown(String line) {
    String said = Fields.afterPrefix(line).replace("\"", "");
    return said.replaceFirst("^(?:band|gw_band|lte_band|nr5g_band|nsa_nr5g_band),", "").strip();
  }
}
