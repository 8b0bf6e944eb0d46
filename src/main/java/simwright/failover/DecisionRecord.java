package simwright.failover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.failover.Decision.Effect;
import simwright.failover.policy.Trigger;
import simwright.identity.Plmn;

/// A decision as the log keeps it: inputs, rule, reason, the profile chosen and the others with why
/// not; values as text, whole numbers and identifiers.
public final class DecisionRecord {
  private DecisionRecord() {}

  /// What the record holds.
  public static Map<String, Object> content(Decision decision, String policy) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("policy", policy);
    content.put("at", decision.at().toString());
    content.put("before", decision.before().state().key());
    content.put("after", decision.after().state().key());
    content.put("trigger", decision.trigger().map(Trigger::key).orElse(""));
    content.put("rule", decision.rule());
    content.put("words", decision.words());
    content.put("inputs", inputs(decision));
    decision.chosen().ifPresent(chosen -> content.put("chosen", node(chosen)));
    content.put("passed", decision.passed().stream().map(DecisionRecord::passed).toList());
    content.put(
        "consent",
        decision.effect() instanceof Effect.Switch(Candidate _, Decision.Consent consent)
            ? consent.name().toLowerCase(Locale.ROOT).replace('_', '-')
            : "");
    return content;
  }

  private static Map<String, Object> passed(Decision.Passed passed) {
    Map<String, Object> node = node(passed.candidate());
    node.put("why", passed.why());
    return node;
  }

  private static Map<String, Object> node(Candidate candidate) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("iccid", candidate.iccid());
    node.put("name", candidate.name());
    node.put("operator", candidate.operator().map(Plmn::toString).orElse(""));
    node.put("region", candidate.region());
    node.put("coverage", candidate.coverage().key());
    node.put("use", candidate.use().key());
    return node;
  }

  private static Map<String, Object> inputs(Decision decision) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("country", decision.after().country().orElse(""));
    if (decision.input() instanceof Situation situation) {
      Situation.Signs signs = situation.signs();
      node.put("in-use", situation.inUse().map(Candidate::name).orElse(""));
      node.put("registered", signs.registered().map(yes -> yes ? "yes" : "no").orElse("unknown"));
      node.put("reject", signs.reject().map(Object::toString).orElse(""));
      node.put("pings-lost", signs.pingLoss().map(lost -> lost + " %").orElse("unknown"));
      node.put("latency", signs.latencyMillis().map(ms -> ms + " ms").orElse("unknown"));
      node.put(
          "data-left",
          situation
              .inUse()
              .flatMap(Candidate::bytesLeft)
              .map(left -> left + " B")
              .orElse("unknown"));
      node.put("wish", situation.wish().isPresent());
      node.put("card-switches-left", situation.switchesLeft().map(Object::toString).orElse(""));
    }
    node.put("switches-last-hour", decision.before().lastHour(decision.at()));
    node.put("switches-last-day", decision.before().lastDay(decision.at()));
    return node;
  }

  /// Why it was so, in one paragraph.
  public static String paragraph(Decision decision) {
    return paragraph(
        decision.words(),
        decision.passed().stream()
            .map(each -> each.candidate().name() + ": " + each.why())
            .toList(),
        Optional.empty());
  }

  /// The same from what the log keeps: the reason, each profile that was passed over with why, and
  /// what came of it where that is known.
  public static String paragraph(String words, List<String> passed, Optional<String> outcome) {
    boolean told = passed.isEmpty() || words.contains(passed.getFirst());
    return words
        + (told ? "" : " Not chosen were " + String.join("; ", passed) + ".")
        + outcome.map(after -> " What came of it: " + after).orElse("");
  }
}
