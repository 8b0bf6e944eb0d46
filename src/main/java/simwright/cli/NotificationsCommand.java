package simwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.euicc.NotificationMetadata;
import simwright.identity.Iccid;
import simwright.lpa.Outbox;

/// What a card still has to tell servers: list, send, remove.
@Command(
    name = "notifications",
    description = "List, send and remove what a card still has to tell its servers.",
    footer = {"", "Examples:", "  simwright notifications list /dev/ttyUSB2"})
public final class NotificationsCommand {
  private static final String NOTHING = "No notification waits on the card.";

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public NotificationsCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "List the notifications that wait on the card.",
      footer = {"", "Examples:", "  simwright notifications list /dev/ttyUSB2 --json"})
  int list(@Mixin CardOption card) {
    List<NotificationMetadata> waiting =
        card.act(program, terminal, (acts, id) -> acts.notifications(id, Attendant.absent()));
    terminal.list(
        card.json,
        "notifications",
        waiting,
        NotificationsCommand::node,
        NotificationsCommand::line,
        NOTHING);
    return Exit.PASSED;
  }

  @Command(
      name = "send",
      description =
          "Send notifications to their servers; what a server takes is removed from the card.",
      footer = {"", "Examples:", "  simwright notifications send /dev/ttyUSB2"})
  int send(@Mixin CardOption card) {
    List<Outbox.Told> told =
        card.act(program, terminal, (acts, id) -> acts.send(id, Attendant.absent()));
    boolean all = told.stream().allMatch(each -> each.stays().isEmpty());
    terminal.list(
        card.json,
        "notifications",
        told,
        NotificationsCommand::node,
        NotificationsCommand::line,
        NOTHING);
    return all ? Exit.PASSED : Exit.FAILED;
  }

  @Command(
      name = "remove",
      description = "Remove a notification from the card although no server took it.",
      footer = {"", "Examples:", "  simwright notifications remove /dev/ttyUSB2 7"})
  int remove(
      @Mixin CardOption card,
      @Parameters(index = "1", paramLabel = "NUMBER", description = "Its number.") int number,
      @Option(names = "--yes", description = "Confirm without being asked.") boolean yes) {
    boolean gone =
        card.act(
            program,
            terminal,
            (acts, id) ->
                acts.remove(
                    id, number, CardOption.confirmed(program, terminal, yes, Optional.empty())));
    terminal.result(card.json, Map.of("removed", gone), "The notification is off the card.");
    return Exit.PASSED;
  }

  private static Map<String, Object> node(Outbox.Told told) {
    Map<String, Object> node = node(told.metadata());
    node.put("code", told.stays().map(fault -> fault.code().toString()).orElse(null));
    return node;
  }

  private static Map<String, Object> node(NotificationMetadata metadata) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("number", metadata.number());
    node.put("events", events(metadata));
    node.put("server", metadata.address());
    node.put("iccid", metadata.iccid().map(Iccid::value).orElse(null));
    return node;
  }

  private static List<String> events(NotificationMetadata metadata) {
    return metadata.events().stream().map(each -> ProbeNode.lower(each.name())).sorted().toList();
  }

  private static String line(Outbox.Told told) {
    return (told.stays().isEmpty() ? "● told  " : "▲ stays  ")
        + line(told.metadata())
        + told.stays().map(fault -> "  (simwright explain " + fault.code() + ")").orElse("");
  }

  private static String line(NotificationMetadata metadata) {
    return metadata.number()
        + "  "
        + events(metadata).stream().collect(Collectors.joining(", "))
        + "  "
        + metadata.iccid().map(Iccid::value).orElse("")
        + "  to "
        + metadata.address();
  }
}
