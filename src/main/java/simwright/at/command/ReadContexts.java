package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// The packet data contexts that are defined, +CGDCONT? (3GPP TS 27.007 clause 10.1.1).
public record ReadContexts() implements AtCommand<List<ReadContexts.Defined>> {
  /// A context: number, type (`IP`, `IPV6`, `IPV4V6`, `Non-IP`), access point name.
  public record Defined(int cid, String type, String apn) {}

  @Override
  public String text() {
    return "AT+CGDCONT?";
  }

  @Override
  public Optional<List<Defined>> parse(List<String> lines) {
    return Optional.of(
        Lines.all(lines, "+CGDCONT").stream()
            .filter(fields -> fields.number(0).isPresent())
            .map(fields -> new Defined(fields.number(0).getAsInt(), fields.text(1), fields.text(2)))
            .toList());
  }
}
