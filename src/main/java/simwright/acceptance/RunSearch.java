package simwright.acceptance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.acceptance.plan.Outcome;

/// A filter as a condition on the table of runs, with its parameters.
record RunSearch(String condition, List<Object> arguments) {
  private static final List<String> READABLE =
      List.of(
          "id",
          "plan",
          "batch",
          "device",
          "model",
          "revision",
          "hardware_profile",
          "operator",
          "bench",
          "site",
          "network",
          "facts",
          "said",
          "outcome",
          "reason");

  static RunSearch of(RunFilter filter) {
    List<String> all = new ArrayList<>();
    List<Object> arguments = new ArrayList<>();
    if (!filter.runs().isEmpty()) {
      all.add("id IN (" + marks(filter.runs().size()) + ")");
      arguments.addAll(filter.runs());
    }
    filter
        .fields()
        .forEach((field, value) -> {
          all.add(field.column() + " = ?");
          arguments.add(value);
        });
    if (!filter.outcomes().isEmpty()) {
      all.add("outcome IN (" + marks(filter.outcomes().size()) + ")");
      filter.outcomes().stream().map(Outcome::key).forEach(arguments::add);
    }
    bound(filter.from(), "started >= ?", all, arguments);
    bound(filter.until(), "started < ?", all, arguments);
    filter
        .simulated()
        .ifPresent(only -> {
          all.add("simulated = ?");
          arguments.add(only ? 1 : 0);
        });
    for (String word : filter.text().split("\\s+", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      all.add(
          READABLE.stream()
              .map(column -> column + " LIKE ? ESCAPE '\\'")
              .collect(Collectors.joining(" OR ", "(", ")")));
      READABLE.forEach(_ -> arguments.add(like(word)));
    }
    return new RunSearch(all.isEmpty() ? "1" : String.join(" AND ", all), List.copyOf(arguments));
  }

  private static String marks(int many) {
    return "?" + ",?".repeat(many - 1);
  }

  private static void bound(
      Optional<Instant> at, String condition, List<String> all, List<Object> arguments) {
    at.ifPresent(time -> {
      all.add(condition);
      arguments.add(RunRows.sortable(time));
    });
  }

  private static String like(String word) {
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
