package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import simwright.acceptance.TestOrder;
import simwright.fault.Fault;
import simwright.job.JobCodes;
import simwright.rsp.ActivationCode;

/// The orders that runs may use up, from a file; without one the served bench's own serve.
public final class TestOrders {
  @Option(
      names = "--codes",
      paramLabel = "FILE",
      description =
          "Orders that may be used up, one a line: device or EID, activation code, confirmation"
              + " code where there is one, ppr1 or ppr2 where the profile carries that policy"
              + " rule, with commas between; # begins a remark.")
  @Nullable Path codes;

  /// By device id or EID; `session` knows the devices of links.
  Map<String, List<TestOrder>> of(Session session) {
    Map<String, List<TestOrder>> all = new HashMap<>();
    if (codes != null) {
      read(codes).forEach(line -> add(all, id(line.device(), session), line.order()));
    }
    return all;
  }

  private static void add(Map<String, List<TestOrder>> all, String id, TestOrder order) {
    all.computeIfAbsent(id, _ -> new ArrayList<>()).add(order);
  }

  /// An EID stands for itself, a link for its device.
  private static String id(String device, Session session) {
    return device.matches("[0-9]{32}") ? device : session.acts().idOf(session.address(device));
  }

  private record Line(String device, TestOrder order) {}

  private static List<Line> read(Path file) {
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
        all.add(line(file, i + 1, line));
      }
    }
    return all;
  }

  private static Line line(Path file, int number, String line) {
    String[] parts = line.split(",", -1);
    Optional<TestOrder.Rule> rule = rule(parts.length > 3 ? parts[3].strip() : "");
    if (parts.length < 2 || parts.length > 4 || parts[0].isBlank() || rule.isEmpty()) {
      throw new Fault(
          JobCodes.UNREADABLE,
          "reading codes",
          file.toString(),
          "line "
              + number
              + " is not: device or EID, activation code, confirmation code, ppr1 or ppr2",
          null);
    }
    String confirmation = Optional.of(parts).filter(p -> p.length > 2).map(p -> p[2]).orElse("");
    ActivationCode checked = ActivationCode.read(parts[1].strip());
    assert checked != null;
    return new Line(
        parts[0].strip(), new TestOrder(parts[1].strip(), confirmation.strip(), rule.get()));
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
