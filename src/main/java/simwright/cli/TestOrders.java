package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simwright.acceptance.TestOrder;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.job.JobCodes;
import simwright.rsp.ActivationCode;

/// The orders that runs may use up, from a file; without one the served bench's own serve.
public final class TestOrders {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--codes",
      paramLabel = "FILE",
      description =
          "Orders that may be used up, one a line: device or EID, activation code, confirmation"
              + " code where there is one, ppr1 or ppr2 where the profile carries that policy"
              + " rule, with commas between; # begins a remark.")
  @Nullable Path codes;

  /// By device id or EID; `session` knows the devices of links. A line for a device that is not in
  /// the run is said, and refused where no line is for one that is; `links` are those of the run,
  /// none where nothing is run.
  Map<String, List<TestOrder>> of(Session session, List<String> links, Terminal terminal) {
    if (codes == null) {
      return Map.of();
    }
    Set<String> taking = new HashSet<>();
    links.forEach(link -> taking.add(session.acts().idOf(session.address(link))));
    Map<String, List<TestOrder>> all = new HashMap<>();
    List<Line> elsewhere = new ArrayList<>();
    for (Line line : read(codes)) {
      String id = id(line, session);
      if (taking.isEmpty() || isEid(id) || taking.contains(id)) {
        all.computeIfAbsent(id, _ -> new ArrayList<>()).add(line.order());
      } else {
        elsewhere.add(line);
      }
    }
    if (all.isEmpty()) {
      throw wrong(
          elsewhere.isEmpty()
              ? codes + " names no order"
              : codes + " has no order for a device of this run, only for " + devices(elsewhere));
    }
    if (!elsewhere.isEmpty()) {
      terminal.say(
          codes + " has orders for what is not in this run, left unused: " + devices(elsewhere));
    }
    return all;
  }

  private static boolean isEid(String device) {
    return device.matches("[0-9]{32}");
  }

  private static String devices(List<Line> lines) {
    return lines.stream()
        .map(line -> Redactor.redact(line.device()) + " (line " + line.number() + ")")
        .collect(Collectors.joining(", "));
  }

  /// An EID stands for itself, a link for its device.
  private String id(Line line, Session session) {
    try {
      return isEid(line.device())
          ? line.device()
          : session.acts().idOf(session.address(line.device()));
    } catch (Fault noDevice) {
      throw wrong(codes + " line " + line.number() + ": this names no device");
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private record Line(int number, String device, TestOrder order) {}

  private List<Line> read(Path file) {
    List<Line> all = new ArrayList<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNREADABLE, "reading codes", file.toString(), e.getMessage(), e);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        all.add(line(file + " line " + (i + 1), i + 1, line));
      }
    }
    return all;
  }

  private Line line(String where, int number, String line) {
    String[] parts = line.split(",", -1);
    Optional<TestOrder.Rule> rule = rule(parts.length > 3 ? parts[3].strip() : "");
    if (parts.length < 2 || parts.length > 4 || parts[0].isBlank() || rule.isEmpty()) {
      throw wrong(
          where + " is not: device or EID, activation code, confirmation code, ppr1 or ppr2");
    }
    try {
      ActivationCode checked = ActivationCode.read(parts[1].strip());
      assert checked != null;
    } catch (Fault noCode) {
      throw wrong(where + " has no activation code that can be read: " + noCode.code());
    }
    String confirmation = Optional.of(parts).filter(p -> p.length > 2).map(p -> p[2]).orElse("");
    TestOrder order = new TestOrder(parts[1].strip(), confirmation.strip(), rule.get());
    return new Line(number, parts[0].strip(), order);
  }

  /// Nothing is no rule; empty where it is none that there is.
  private static Optional<TestOrder.Rule> rule(String text) {
    return text.isEmpty()
        ? Optional.of(TestOrder.Rule.NONE)
        : Stream.of(TestOrder.Rule.PPR1, TestOrder.Rule.PPR2)
            .filter(each -> each.key().equals(text))
            .findFirst();
  }
}
