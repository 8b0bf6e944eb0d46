package simwright.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.plan.Outcome;
import simwright.identity.Redactor;

/// Which runs of the log are meant, the same on every command that looks at many.
public final class RunChoice {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--plan", paramLabel = "PLAN", description = "Of this plan.")
  private @Nullable String plan;

  @Option(
      names = "--device",
      paramLabel = "LINK",
      description = "On this device, as history tells it, or the end of that.")
  private @Nullable String device;

  @Option(names = "--model", paramLabel = "MODEL", description = "On this model.")
  private @Nullable String model;

  @Option(names = "--firmware", paramLabel = "VERSION", description = "With this firmware.")
  private @Nullable String firmware;

  @Option(names = "--operator", paramLabel = "NAME", description = "By this person.")
  private @Nullable String operator;

  @Option(names = "--at-bench", paramLabel = "NAME", description = "At this bench.")
  private @Nullable String bench;

  @Option(names = "--site", paramLabel = "NAME", description = "At this site.")
  private @Nullable String site;

  @Option(
      names = "--registered-in",
      paramLabel = "NETWORK",
      description = "Registered in this network at the end.")
  private @Nullable String network;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "With this outcome, such as fail; once for each.")
  private List<String> outcomes = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Begun then or later: 2026-11-21, or 2026-11-21T14:30.")
  private @Nullable String since;

  @Option(
      names = "--before",
      paramLabel = "TIME",
      description = "Begun before then, written as for --since.")
  private @Nullable String before;

  @Option(
      names = "--text",
      paramLabel = "WORDS",
      description = "With all these words somewhere, such as a ticket or a reason.")
  private String text = "";

  @Option(names = "--real", description = "On real devices only.")
  private boolean real;

  @Option(names = "--simulated", description = "On simulated devices only.")
  private boolean simulated;

  /// The runs that are meant, in this session, with times in this zone.
  RunFilter of(Session session, ZoneId zone) {
    RunFilter filter = RunFilter.ALL.holding(text).between(time(since, zone), time(before, zone));
    filter = with(filter, RunField.PLAN, plan);
    filter = with(filter, RunField.MODEL, model);
    filter = with(filter, RunField.FIRMWARE, firmware);
    filter = with(filter, RunField.OPERATOR, operator);
    filter = with(filter, RunField.BENCH, bench);
    filter = with(filter, RunField.SITE, site);
    filter = with(filter, RunField.NETWORK, network);
    filter = with(filter, RunField.DEVICE, device(session));
    filter = filter.with(outcomes.stream().map(this::outcome).collect(Collectors.toSet()));
    return real || simulated ? filter.simulated(simulated) : filter;
  }

  /// Whether two wishes contradict each other.
  void check() {
    if (real && simulated) {
      throw new ParameterException(spec.commandLine(), "--real and --simulated leave nothing.");
    }
  }

  private static RunFilter with(RunFilter filter, RunField field, @Nullable String value) {
    return value == null ? filter : filter.with(field, value);
  }

  /// The log knows a device by its redacted id; the end of one serves where it means only one.
  private @Nullable String device(Session session) {
    if (device == null) {
      return null;
    }
    String typed = Redactor.redact(device);
    Set<String> meant =
        session.results().values(RunFilter.ALL, RunField.DEVICE).stream()
            .filter(known -> known.equals(typed) || known.endsWith("/" + typed))
            .collect(Collectors.toSet());
    return meant.size() == 1 ? meant.iterator().next() : typed;
  }

  private Outcome outcome(String key) {
    try {
      return Outcome.of(key);
    } catch (IllegalArgumentException other) {
      throw new ParameterException(
          spec.commandLine(),
          "'"
              + key
              + "' is no outcome; there are "
              + Arrays.stream(Outcome.values()).map(Outcome::key).collect(Collectors.joining(", ")),
          other);
    }
  }

  private Optional<Instant> time(@Nullable String typed, ZoneId zone) {
    if (typed == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          typed.length() == 10
              ? LocalDate.parse(typed).atStartOfDay(zone).toInstant()
              : typed.endsWith("Z")
                  ? Instant.parse(typed)
                  : LocalDateTime.parse(typed).atZone(zone).toInstant());
    } catch (DateTimeException noTime) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + typed + "' is no time such as 2026-11-21 or 2026-11-21T14:30.",
          noTime);
    }
  }
}
