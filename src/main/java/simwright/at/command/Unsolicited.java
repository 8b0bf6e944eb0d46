package simwright.at.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import simwright.at.Fields;

/// What an unsolicited line means; lines nobody has a type for stay lines.
public sealed interface Unsolicited {
  /// The registration changed.
  record Registered(Registration registration) implements Unsolicited {}

  /// A packet domain event.
  record Packet(PacketEvent event) implements Unsolicited {}

  /// A ping's outcome.
  record Pinged(PingReport report) implements Unsolicited {}

  /// The network answers a service code.
  record Answered(AskNetwork.Reply reply) implements Unsolicited {}

  /// A message was stored at a place.
  record MessageStored(String store, int index) implements Unsolicited {}

  /// The card's state changed.
  record Card(SimState state) implements Unsolicited {}

  /// The card was put in or taken out.
  record CardPresence(boolean present) implements Unsolicited {}

  /// The device started, in its own words (`RDY`, `^SYSSTART`, `*ATREADY`, `+QIND: PB DONE`). After
  /// it all settings are the device's own again.
  record Started(String words) implements Unsolicited {}

  /// Somebody calls.
  record Ringing() implements Unsolicited {}

  /// The level of functionality changed.
  record Functionality(int level) implements Unsolicited {}

  /// The modem's own event that has no meaning to us, such as `+QIURC` or `+EEMLTESVC`.
  record Maker(String name, List<String> values) implements Unsolicited {}

  /// Reads a line; empty when it has a shape nobody has seen.
  static Optional<Unsolicited> of(String line) {
    String text = line.strip().toUpperCase(Locale.ROOT);
    if (Names.STARTED.contains(text)) {
      return Optional.of(new Started(line.strip()));
    }
    Fields fields = Fields.of(line);
    return switch (Fields.prefix(line)) {
      case "+CREG", "+CGREG", "+CEREG", "+C5GREG" ->
          ReadRegistration.unsolicited(line).map(Registered::new);
      case "+CGEV" -> PacketEvent.of(line).map(Packet::new);
      case "+QPING", "+CPING", "+UUPING", "+UUPINGER", "#XPING" ->
          PingReport.of(line).map(Pinged::new);
      case "+CUSD" -> AskNetwork.reply(line).map(Answered::new);
      case "+CMTI" ->
          Lines.number(fields, 1).map(index -> new MessageStored(fields.text(0), index));
      case "+CPIN" -> new ReadSimState().parse(List.of(line)).map(Card::new);
      case "+QSIMSTAT" -> Lines.number(fields, 1).map(there -> new CardPresence(there == 1));
      case "+CFUN" -> Lines.number(fields, 0).map(Functionality::new);
      case "^SYSSTART",
          "^SYSSTART AIRPLANE MODE",
          "^SYSLOADING",
          "*ATREADY",
          "+READY",
          "+PBREADY" ->
          Optional.of(new Started(line.strip()));
      case "+QIND" -> Optional.of(new Started(fields.text(0)));
      case "+QIURC", "+EEMLTESVC", "+QUSIM", "+CTZV", "+CTZE", "^SIMST" ->
          Optional.of(new Maker(Fields.prefix(line), fields.values()));
      default ->
          text.equals("RING")
              ? Optional.of(new Ringing())
              : text.startsWith("CPIN:")
                  ? new ReadSimState().parse(List.of(line)).map(Card::new)
                  : Optional.empty();
    };
  }

  /// The words of starting devices.
  final class Names {
    private static final Set<String> STARTED =
        Set.of("RDY", "APP RDY", "READY", "SMS DONE", "PB DONE", "CALL READY", "SMS READY");

    private Names() {}
  }
}
