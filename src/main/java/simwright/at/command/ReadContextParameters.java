package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// What the network gave a context, +CGCONTRDP (3GPP TS 27.007 clause 10.1.23): access point name,
/// addresses, gateway, name servers; one line for each address family.
public record ReadContextParameters(String text)
    implements AtCommand<List<ReadContextParameters.Given>> {
  /// One family of one context; what was not given is empty. The MTU is in octets.
  public record Given(
      int cid,
      String apn,
      Optional<String> address,
      Optional<String> gateway,
      List<String> nameServers,
      Optional<Integer> mtu) {}

  /// All active contexts.
  public ReadContextParameters() {
    this("AT+CGCONTRDP");
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<List<Given>> parse(List<String> lines) {
    List<Given> given = new ArrayList<>();
    for (Fields fields : Lines.all(lines, "+CGCONTRDP")) {
      if (fields.number(0).isPresent()) {
        List<String> servers = new ArrayList<>();
        fields.some(5).ifPresent(servers::add);
        fields.some(6).ifPresent(servers::add);
        given.add(
            new Given(
                fields.number(0).getAsInt(),
                fields.text(2),
                fields.some(3).map(ReadAddresses::withoutMask),
                fields.some(4),
                List.copyOf(servers),
                Lines.number(fields, 11)));
      }
    }
    return Optional.of(List.copyOf(given));
  }
}
