package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.at.Answer;
import simwright.at.command.ResolveName;
import simwright.device.DeviceCodes;

/// Has the modem resolve a name (`host`) by the command of its family; measures the seconds and how
/// many addresses there are. Skipped where the family has no command for it.
public final class DnsStep implements Step {
  private static final String USUAL = "www.gsma.com";

  @Override
  public String kind() {
    return "dns";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("host");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return with.text("host", USUAL).matches("[A-Za-z0-9.-]{1,253}")
        ? Optional.empty()
        : Optional.of("host is a name");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s", "addresses", "addresses");
  }

  @Override
  public Found run(StepContext context) {
    Optional<String> template = Templates.first(context, "dns");
    if (template.isEmpty()) {
      return Found.failed(
          Outcome.SKIPPED, "the family has no command for it", Optional.empty(), Map.of());
    }
    String host = context.with().text("host", USUAL);
    ResolveName question = ResolveName.of(template.get(), Templates.context(context), host);
    long start = context.time().nanos();
    Answer<ResolveName.Found> answer =
        context
            .device()
            .talk(
                context.cancel(),
                engine -> question.run(engine, context.deadline().left(), context.time()));
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("seconds", context.secondsSince(start));
    Optional<ResolveName.Found> found = answer.value();
    int addresses = found.map(each -> each.addresses().size()).orElse(0);
    values.put("addresses", (double) addresses);
    String number =
        found
            .flatMap(ResolveName.Found::failed)
            .map(code -> " (the modem: " + code + ")")
            .orElse("");
    return addresses > 0
        ? Found.passed(
            host + " is " + String.join(", ", found.orElseThrow().addresses()),
            context.declared(values))
        : Found.failed(
            Outcome.FAIL,
            host + " was not resolved" + number,
            answer.code().or(() -> Optional.of(DeviceCodes.NO_NAME)),
            context.declared(values));
  }
}
