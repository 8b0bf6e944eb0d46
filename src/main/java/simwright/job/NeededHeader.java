package simwright.job;

import java.time.Duration;
import java.util.Optional;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.RunHeader;
import simwright.acceptance.plan.Plan;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.fault.Fault;

/// A run's header with all that its plan requires: what was not said is asked for.
final class NeededHeader {
  private static final Duration PERSON = Duration.ofMinutes(5);
  private static final int LONGEST = 200;

  private NeededHeader() {}

  /// Throws `acceptance/header` where nobody says it.
  static RunHeader of(Plan plan, RunHeader said, String device, Attendant attendant) {
    RunHeader header = said;
    for (String part : plan.requires()) {
      if (!header.said().containsKey(part)) {
        Optional<String> answer =
            attendant
                .ask(
                    new Question.Scan(
                        "The " + part + " of this run?",
                        plan.title() + " requires it in its reports: type or scan it.",
                        PERSON,
                        Optional.empty()))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
        if (answer.isEmpty()) {
          throw new Fault(
              AcceptanceCodes.HEADER,
              "running a plan",
              device,
              plan.name() + " requires: " + String.join(", ", plan.requires()),
              null);
        }
        header = header.with(part, answer.get());
      }
    }
    return header;
  }
}
