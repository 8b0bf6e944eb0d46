package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.at.sms.PrintedText;

/// Sends a supplementary service code, +CUSD=1 (3GPP TS 27.007 clause 7.15); the network's words
/// come later as an unsolicited +CUSD, which `reply` reads.
public record AskNetwork(String code) implements AtCommand<Optional<AskNetwork.Reply>> {
  /// What the network says: status 0 done, 1 it asks on, 2 it ended the dialogue, 4 not supported,
  /// 5 time-out.
  public record Reply(int status, String text) {}

  public AskNetwork {
    if (!code.matches("[0-9*#+]{1,180}")) {
      throw new IllegalArgumentException("a service code has digits, * and #");
    }
  }

  @Override
  public String text() {
    return "AT+CUSD=1,\"" + code + "\",15";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.USSD;
  }

  @Override
  public boolean abortable() {
    return true;
  }

  @Override
  public Optional<Optional<Reply>> parse(List<String> lines) {
    return Optional.of(lines.stream().flatMap(line -> reply(line).stream()).findFirst());
  }

  /// Reads a +CUSD line.
  public static Optional<Reply> reply(String line) {
    if (!Fields.prefix(line).equals("+CUSD")) {
      return Optional.empty();
    }
    Fields fields = Fields.of(line);
    return Lines.number(fields, 0)
        .map(status -> new Reply(status, PrintedText.of(fields.text(1), fields.number(2))));
  }
}
