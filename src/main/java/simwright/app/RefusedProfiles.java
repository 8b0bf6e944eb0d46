package simwright.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// What a person is told at the start about own hardware profiles that are refused: one fault for
/// each code, which names every file with its line and reason, so that many broken files do not
/// fill the window.
final class RefusedProfiles {
  private static final int MOST = 8;

  private RefusedProfiles() {}

  static List<Fault> told(List<Fault> refused, Path folder) {
    Map<FaultCode, List<Fault>> byCode =
        refused.stream()
            .collect(Collectors.groupingBy(Fault::code, LinkedHashMap::new, Collectors.toList()));
    List<Fault> all = new ArrayList<>();
    byCode.forEach(
        (code, some) -> all.add(some.size() == 1 ? some.getFirst() : together(code, some, folder)));
    return List.copyOf(all);
  }

  private static Fault together(FaultCode code, List<Fault> some, Path folder) {
    Stream<String> lines = some.stream().limit(MOST).map(RefusedProfiles::line);
    Stream<String> more =
        some.size() > MOST
            ? Stream.of("and " + (some.size() - MOST) + " more, all named in the log")
            : Stream.empty();
    String evidence = Stream.concat(lines, more).collect(Collectors.joining(" · "));
    return new Fault(
        code, "reading " + some.size() + " own profiles", folder.toString(), evidence, null);
  }

  private static String line(Fault one) {
    return Path.of(one.where()).getFileName() + ", " + one.evidence().orElse("");
  }

  /// One of them in a sentence.
  static String sentence(Fault refused) {
    return "The hardware profile "
        + refused.where()
        + " is refused and the others go on working: "
        + refused.evidence().orElse(refused.code().toString())
        + ".";
  }
}
