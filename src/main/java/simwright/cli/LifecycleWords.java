package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simwright.catalog.Field;
import simwright.fault.Fault;
import simwright.job.LifecycleActs;
import simwright.rollout.retirement.Retirement;
import simwright.rollout.retirement.RetirementPart;
import simwright.rollout.retirement.Retiring;

/// What the commands print of versions and the end of a profile's life.
final class LifecycleWords {
  private LifecycleWords() {}

  static Map<String, Object> node(Retiring.Outcome outcome) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", outcome.profile().name());
    node.put("iccid", outcome.profile().shortened());
    node.put("state", outcome.profile().state().key());
    node.putAll(node(outcome.retirement()));
    node.put("stopped", outcome.stopped().stream().map(LifecycleWords::node).toList());
    return node;
  }

  static Map<String, Object> node(Retirement retirement) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("ticket", retirement.begun() ? retirement.number() : null);
    node.put("complete", retirement.complete());
    node.put("path", retirement.installed() ? "installed" : "order");
    node.put("parts", retirement.parts().stream().map(each -> node(retirement, each)).toList());
    node.put("missing", retirement.missing().stream().map(RetirementPart::words).toList());
    return node;
  }

  private static Map<String, Object> node(Retirement retirement, RetirementPart part) {
    Retirement.Seen seen = retirement.seen().get(part);
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("part", part.key());
    node.put("words", part.words());
    node.put("seen", retirement.has(part));
    node.put("at", seen == null ? null : seen.at().toString());
    node.put("by", seen == null ? null : seen.by());
    node.put("how", seen == null ? null : seen.how());
    return node;
  }

  static Map<String, Object> node(LifecycleActs.Migration migration) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("migration", migration.plan().name());
    node.put("from", migration.plan().from());
    node.put("to", migration.plan().to());
    node.put("done", migration.done());
    node.put("profiles", migration.profiles().stream().map(LifecycleWords::node).toList());
    List<Map<String, Object>> devices = new ArrayList<>();
    for (LifecycleActs.Unread each : migration.devices()) {
      Map<String, Object> device = new LinkedHashMap<>();
      device.put("device", each.device());
      device.put("why", each.why());
      devices.add(device);
    }
    node.put("devices", devices);
    node.put("withoutOrder", migration.without());
    return node;
  }

  private static Map<String, Object> node(LifecycleActs.Migrated each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("old", each.pair().old().words());
    node.put("new", each.pair().fresh().words());
    node.put("card", each.pair().old().told(Field.EID, false));
    node.put("step", each.state().step().key());
    node.put("at", each.state().at().map(Object::toString).orElse(null));
    node.put("failed", each.state().failed().orElse(null));
    node.put("device", each.device());
    node.put("stopped", each.stopped().map(LifecycleWords::node).orElse(null));
    node.put("next", each.next());
    return node;
  }

  static List<String> lines(LifecycleActs.Migration migration) {
    List<String> lines = new ArrayList<>();
    for (LifecycleActs.Migrated each : migration.profiles()) {
      boolean done = each.next().isEmpty();
      lines.add(
          (done ? "● " : each.state().failed().isPresent() ? "▲ " : "◌ ")
              + each.pair().words()
              + ", card "
              + each.pair().old().told(Field.EID, false)
              + ": "
              + each.state().words()
              + (done ? "" : "; next: " + each.next()));
    }
    migration.devices().forEach(each -> lines.add("◆ " + each.device() + ": " + each.why()));
    migration
        .without()
        .forEach(each -> lines.add("◆ " + each + " has this version and no order in the plan"));
    long done = migration.profiles().stream().filter(each -> each.next().isEmpty()).count();
    lines.add(
        done
            + " of "
            + migration.profiles().size()
            + " profiles are migrated ("
            + migration.plan().name()
            + ").");
    return lines;
  }

  private static Map<String, Object> node(Fault fault) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("code", fault.code().toString());
    node.put("doing", fault.doing());
    node.put("evidence", fault.evidence().orElse(""));
    return node;
  }

  static List<String> lines(Retiring.Outcome outcome) {
    List<String> lines = new ArrayList<>();
    outcome
        .stopped()
        .forEach(each ->
            lines.add(
                "▲ "
                    + each.doing()
                    + ": "
                    + each.code()
                    + each.evidence().map(words -> ", " + words).orElse("")));
    lines.addAll(lines(outcome.retirement()));
    lines.add(
        (outcome.retirement().complete() ? "● " : "◆ ")
            + outcome.profile().words()
            + ": "
            + (outcome.retirement().complete() ? "retired." : "revocation incomplete."));
    return lines;
  }

  static List<String> lines(Retirement retirement) {
    List<String> lines = new ArrayList<>();
    for (RetirementPart part : retirement.parts()) {
      Retirement.Seen seen = retirement.seen().get(part);
      lines.add(
          retirement.has(part)
              ? "● " + part.words() + (seen == null ? "" : ", " + seen.at() + ", " + seen.how())
              : "◌ missing: " + part.words());
    }
    return lines;
  }
}
