package simwright.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import simwright.acceptance.TestOrder;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;

/// The orders that a bench has for its devices.
final class BenchOrders {
  private BenchOrders() {}

  /// Those of the bench in a folder, by the ids of its devices.
  static Map<String, List<TestOrder>> of(
      Optional<Path> bench, BiFunction<Path, String, String> idOf) {
    Map<String, List<TestOrder>> all = new HashMap<>();
    for (Path folder : bench.stream().toList()) {
      for (BenchDescription.Order each : BenchFile.read(folder).orders()) {
        if (!each.device().isEmpty()) {
          all.computeIfAbsent(idOf.apply(folder, each.device()), _ -> new ArrayList<>())
              .add(new TestOrder(each.code(), each.confirmationCode(), rule(each.profile())));
        }
      }
    }
    return all;
  }

  /// The bench's test profiles tell their policy rule by their names.
  private static TestOrder.Rule rule(String profile) {
    return Stream.of(TestOrder.Rule.PPR1, TestOrder.Rule.PPR2)
        .filter(each -> profile.startsWith("TEST-" + each.name() + "-"))
        .findFirst()
        .orElse(TestOrder.Rule.NONE);
  }
}
