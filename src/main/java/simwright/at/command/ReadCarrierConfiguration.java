package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// The configuration for a carrier that a modem works with: the MBN file of Quectel's +QMBNCFG
/// "Select", the number of u-blox's +UMNOPROF. With that of another carrier many do not register.
public record ReadCarrierConfiguration(String text) implements AtCommand<String> {
  @Override
  public Optional<String> parse(List<String> lines) {
    return lines.stream()
        .findFirst()
        .map(Fields::of)
        .map(fields -> fields.text(text.contains("\"") ? 1 : 0))
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }
}
