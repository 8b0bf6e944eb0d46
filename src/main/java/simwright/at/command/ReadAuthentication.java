package simwright.at.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// How contexts authenticate, +CGAUTH? (3GPP TS 27.007 clause 10.1.31): by context, 0 none, 1 PAP,
/// 2 CHAP. User names and passwords are not taken over.
public record ReadAuthentication() implements AtCommand<Map<Integer, Integer>> {
  @Override
  public String text() {
    return "AT+CGAUTH?";
  }

  @Override
  public Optional<Map<Integer, Integer>> parse(List<String> lines) {
    Map<Integer, Integer> protocols = new TreeMap<>();
    for (Fields fields : Lines.all(lines, "+CGAUTH")) {
      if (fields.number(0).isPresent()) {
        protocols.put(fields.number(0).getAsInt(), fields.number(1).orElse(0));
      }
    }
    return Optional.of(protocols);
  }
}
