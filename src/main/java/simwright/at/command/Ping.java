package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Pings a host from the modem with the command of the hardware profile, in which `{cid}` and
/// `{host}` are filled in: +QPING, +CPING, +UPING, #PING, #XPING, ^SISX. Telit reports before OK,
/// the others after it: `PingReport.of` reads their unsolicited lines.
public record Ping(String text) implements AtCommand<List<PingReport>> {
  /// Fills in a template of a hardware profile; a host has letters, digits, dots, dashes and
  /// colons.
  public static Ping of(String template, int cid, String host) {
    if (!host.matches("[A-Za-z0-9.:-]{1,253}")) {
      throw new IllegalArgumentException("no host name or address: " + host);
    }
    return new Ping(template.replace("{cid}", Integer.toString(cid)).replace("{host}", host));
  }

  /// How many reports a whole run makes: u-blox and Telit print one for each of four pings, Nordic
  /// one for the one it sends, the others a summary after the four.
  public int reports() {
    String name = text.toUpperCase(Locale.ROOT);
    return name.startsWith("AT#XPING")
        ? 1
        : name.startsWith("AT+UPING") || name.startsWith("AT#PING") ? 4 : 5;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }

  /// A report after OK has the same prefix as the command.
  @Override
  public boolean owns(String line) {
    return PingReport.of(line).isPresent();
  }

  @Override
  public Optional<List<PingReport>> parse(List<String> lines) {
    List<PingReport> reports = new ArrayList<>();
    for (String line : lines) {
      Optional<PingReport> report = PingReport.of(line);
      if (report.isEmpty()) {
        return Optional.empty();
      }
      reports.add(report.get());
    }
    return Optional.of(List.copyOf(reports));
  }
}
