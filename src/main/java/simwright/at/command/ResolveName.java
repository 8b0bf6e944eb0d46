package simwright.at.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import simwright.at.Answer;
import simwright.at.AtCommand;
import simwright.at.AtEngine;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.time.Time;

/// Has the modem resolve a name, with the command of the hardware profile in which `{cid}` and
/// `{host}` are filled in: +QIDNSGIP, whose addresses follow OK as +QIURC: "dnsgip", or +UDNSRN,
/// +CDNSGIP, #QDNS, #XGETADDRINFO, which tell them before it.
public record ResolveName(String text) implements AtCommand<ResolveName.Found> {
  private static final String LATER = "+QIURC";
  private static final String ADDRESS =
      "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+";

  /// The addresses, none where the name is unknown; the maker's number of what failed. `complete`
  /// is false where they follow.
  public record Found(List<String> addresses, Optional<Integer> failed, boolean complete) {}

  /// Fills in a template of a hardware profile; a host has letters, digits, dots, dashes.
  public static ResolveName of(String template, int cid, String host) {
    if (!host.matches("[A-Za-z0-9.-]{1,253}")) {
      throw new IllegalArgumentException("no host name: " + host);
    }
    return new ResolveName(
        template.replace("{cid}", Integer.toString(cid)).replace("{host}", host));
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }

  @Override
  public Optional<Found> parse(List<String> lines) {
    if (Lines.name(text).equals("+QIDNSGIP")) {
      return Optional.of(new Found(List.of(), Optional.empty(), false));
    }
    List<String> addresses = new ArrayList<>();
    for (Fields fields : Lines.all(lines, Lines.name(text))) {
      IntStream.range(0, fields.size())
          .mapToObj(fields::text)
          .filter(value -> value.matches(ADDRESS))
          .forEach(addresses::add);
    }
    Optional<Integer> failed =
        Lines.fields(lines, "+CDNSGIP")
            .filter(fields -> fields.number(0).orElse(1) == 0)
            .flatMap(fields -> Lines.number(fields, 1));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(List.copyOf(addresses), failed, true));
  }

  /// Asks, and waits for what follows.
  public Answer<Found> run(AtEngine engine, Duration within, Time time) {
    try (Heard heard = new Heard(engine, ResolveName::follows)) {
      Answer<Found> answer = engine.send(this, within);
      if (answer instanceof Answer.Value<Found>(var found, var exchange) && !found.complete()) {
        List<String> lines = heard.await(ResolveName::whole, within, time);
        return new Answer.Value<>(followed(lines), exchange);
      }
      return answer;
    }
  }

  private static boolean follows(String line) {
    return Fields.prefix(line).equals(LATER) && Fields.of(line).text(0).equals("dnsgip");
  }

  /// The first line tells the error, how many addresses there are, and how long they hold.
  private static boolean whole(List<String> lines) {
    if (lines.isEmpty()) {
      return false;
    }
    Fields first = Fields.of(lines.getFirst());
    return first.number(1).orElse(-1) != 0 || lines.size() > first.number(2).orElse(0);
  }

  static Found followed(List<String> lines) {
    if (lines.isEmpty()) {
      return new Found(List.of(), Optional.empty(), false);
    }
    OptionalInt error = Fields.of(lines.getFirst()).number(1);
    List<String> addresses =
        lines.stream()
            .skip(1)
            .map(line -> Fields.of(line).text(1))
            .filter(value -> value.matches(ADDRESS))
            .toList();
    return new Found(
        addresses,
        error.isPresent() && error.getAsInt() != 0
            ? Optional.of(error.getAsInt())
            : Optional.empty(),
        true);
  }
}
