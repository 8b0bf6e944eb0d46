package simwright.at.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// How contexts authenticate, +CGAUTH? (3GPP TS 27.007 clause 10.1.31), by context. Passwords are
/// not taken over.
public record ReadAuthentication() implements AtCommand<Map<Integer, ReadAuthentication.SignIn>> {
  /// The protocol, 0 none, 1 PAP, 2 CHAP, and the user, "" for none.
  public record SignIn(int protocol, String user) {
    /// Who it is stands nowhere.
    @Override
    public String toString() {
      return "SignIn[" + protocol + "]";
    }
  }

  @Override
  public String text() {
    return "AT+CGAUTH?";
  }

  @Override
  public Optional<Map<Integer, SignIn>> parse(List<String> lines) {
    Map<Integer, SignIn> all = new TreeMap<>();
    for (Fields fields : Lines.all(lines, "+CGAUTH")) {
      if (fields.number(0).isPresent()) {
        all.put(
            fields.number(0).getAsInt(), new SignIn(fields.number(1).orElse(0), fields.text(2)));
      }
    }
    return Optional.of(all);
  }
}
