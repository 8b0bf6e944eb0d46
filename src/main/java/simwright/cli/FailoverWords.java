package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.failover.Candidate;
import simwright.failover.Decision;
import simwright.failover.SelectionEntry;
import simwright.failover.policy.Trigger;

/// Decisions about profiles, for people and for programs.
final class FailoverWords {
  private FailoverWords() {}

  static Map<String, Object> node(Decision decision) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("at", decision.at().toString());
    node.put("before", decision.before().state().key());
    node.put("after", decision.after().state().key());
    node.put("trigger", decision.trigger().map(Trigger::key).orElse(null));
    node.put("rule", decision.rule());
    node.put("words", decision.words());
    node.put("chosen", decision.chosen().map(Candidate::name).orElse(null));
    List<Map<String, Object>> passed = new ArrayList<>();
    for (Decision.Passed each : decision.passed()) {
      passed.add(Map.of("name", each.candidate().name(), "why", each.why()));
    }
    node.put("passed", passed);
    return node;
  }

  static Map<String, Object> status(SelectionEntry entry, List<SelectionEntry> all) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("id", entry.id());
    node.put("record", entry.seq());
    node.put("device", entry.device());
    node.put("at", entry.at().toString());
    node.put("policy", entry.policy());
    node.put("state", entry.after());
    node.put("trigger", entry.trigger().isEmpty() ? null : entry.trigger());
    node.put("rule", entry.rule());
    node.put("words", entry.words());
    node.put("chosen", entry.chosen().isEmpty() ? null : entry.chosen());
    node.put("passed", entry.passed());
    Optional<SelectionEntry> end = end(entry, all);
    node.put("outcome", end.map(SelectionEntry::outcome).orElse(null));
    node.put("inUse", end.orElse(entry).inUse());
    return node;
  }

  static List<String> row(SelectionEntry entry, List<SelectionEntry> all) {
    return List.of(
        entry.device(),
        entry.after(),
        entry.at().toString().substring(0, 19) + "Z",
        end(entry, all).orElse(entry).inUse(),
        entry.policy(),
        entry.id());
  }

  private static Optional<SelectionEntry> end(SelectionEntry entry, List<SelectionEntry> all) {
    return all.stream()
        .filter(each -> each.what().equals("carried-out") && each.id().equals(entry.id()))
        .reduce((_, later) -> later);
  }
}
