package simwright.acceptance.step;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.at.AtEngine;
import simwright.at.CommandClass;
import simwright.at.RawCommand;
import simwright.at.command.ReadOperator;
import simwright.at.command.Registration;
import simwright.at.command.SetOperator;
import simwright.device.PacketContext;
import simwright.device.Snapshot;

/// Compares what serves the device with what is expected at a place: `countries` (MCC), `operators`
/// (MCC and MNC), `bands`, `apns`, and `registration` home, roaming or either. It fails where what
/// is `required` differs (operators, bands and registration where nothing is said); all else that
/// differs is told: an access point is the subscription's, not the device's. A device that is
/// elsewhere, or told by nobody where it is, is inconclusive. What is only assumed of the place
/// stands in `assumed`.
public final class ServingStep implements Step {
  private static final Set<String> USUAL = Set.of("operators", "bands", "registration");
  private static final Set<String> ALL = Set.of("operators", "bands", "apns", "registration");
  private static final String DIGITS = "[0-9]{5,6}";

  @Override
  public String kind() {
    return "serving";
  }

  @Override
  public Set<String> parameters() {
    return Set.of(
        "place", "countries", "operators", "bands", "apns", "registration", "required", "assumed");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (with.text("place", "").isEmpty() || with.list("assumed").isEmpty()) {
      return Optional.of("place names where it is, and assumed what is only assumed of it");
    }
    if (with.list("countries").isEmpty()
        || !with.list("countries").stream().allMatch(mcc -> mcc.matches("[0-9]{3}"))) {
      return Optional.of("countries are MCCs of three digits");
    }
    if (!with.list("operators").stream().allMatch(plmn -> plmn.matches(DIGITS))) {
      return Optional.of("operators are MCC and MNC, of five or six digits in quotes");
    }
    if (!ALL.containsAll(with.list("required"))) {
      return Optional.of("required are some of operators, bands, apns, registration");
    }
    return Set.of("home", "roaming", "either").contains(with.text("registration", "either"))
        ? Optional.empty()
        : Optional.of("registration is home, roaming or either");
  }

  /// How the operator is named, which it is told again in words afterwards.
  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets(SetOperator.byNumber().text()), Change.sets("AT+COPS=3,0"));
  }

  @Override
  public Found run(StepContext context) {
    Snapshot now = context.device().refresh(context.cancel()).snapshot();
    Optional<String> plmn = context.device().talk(context.cancel(), ServingStep::number);
    String place = context.with().text("place", "");
    if (!now.registered() || plmn.isEmpty()) {
      return elsewhere("no network serves the device, so that nobody tells where it is");
    }
    String country = plmn.get().substring(0, 3);
    if (!context.with().list("countries").contains(country)) {
      return elsewhere(
          "the device is not at " + place + ": the country code of its network is " + country);
    }
    Map<String, List<String>> other = other(context.with(), plmn.get(), now);
    List<String> wrong = words(other, required(context.with()));
    Set<String> rest = new HashSet<>(ALL);
    rest.removeAll(required(context.with()));
    List<String> told = words(other, rest);
    String serving =
        "operator "
            + plmn.get()
            + band(now).map(each -> ", band " + each).orElse(", band not told")
            + (told.isEmpty() ? "" : ", not among those assumed: " + String.join(", ", told));
    String assumed = "; assumed: " + String.join(" ", context.with().list("assumed"));
    return wrong.isEmpty()
        ? Found.passed(serving + " at " + place + assumed, Map.of())
        : Found.failed(
            Outcome.FAIL,
            serving + "; not expected at " + place + ": " + String.join(", ", wrong) + assumed,
            Optional.of(AcceptanceCodes.NOT_EXPECTED),
            Map.of());
  }

  private static Set<String> required(Parameters with) {
    return with.has("required") ? Set.copyOf(with.list("required")) : USUAL;
  }

  private static List<String> words(Map<String, List<String>> other, Set<String> kinds) {
    return other.entrySet().stream()
        .filter(each -> kinds.contains(each.getKey()))
        .flatMap(each -> each.getValue().stream())
        .toList();
  }

  private static Found elsewhere(String why) {
    return Found.failed(
        Outcome.INCONCLUSIVE, why, Optional.of(AcceptanceCodes.ELSEWHERE), Map.of());
  }

  private static Optional<String> number(AtEngine engine) {
    var asked = engine.send(SetOperator.byNumber());
    Optional<String> number =
        engine.send(new ReadOperator()).value().flatMap(ReadOperator.Operator::name);
    if (asked.code().isEmpty()) {
      var unused = engine.send(new RawCommand("AT+COPS=3,0", CommandClass.NETWORK));
    }
    return number.filter(each -> each.matches(DIGITS));
  }

  /// What is otherwise than the plan says, by the parameter that says so.
  private static Map<String, List<String>> other(Parameters with, String plmn, Snapshot now) {
    Map<String, List<String>> other = new LinkedHashMap<>();
    if (!among(with.list("operators"), plmn)) {
      other.put("operators", List.of("the operator"));
    }
    if (band(now).filter(each -> !among(with.list("bands"), each)).isPresent()) {
      other.put("bands", List.of("the band"));
    }
    other.put(
        "apns",
        now.contexts().value().orElse(List.of()).stream()
            .filter(PacketContext::active)
            .map(context -> network(context.apn()))
            .filter(apn -> !apn.isEmpty() && !among(with.list("apns"), apn))
            .map(apn -> "the access point " + apn)
            .toList());
    String expected = with.text("registration", "either").toUpperCase(Locale.ROOT);
    boolean fits =
        now.registration().value().orElse(List.of()).stream()
            .map(Registration::state)
            .filter(Registration.State::registered)
            .allMatch(state -> expected.equals("EITHER") || state.name().equals(expected));
    if (!fits) {
      other.put("registration", List.of("the registration"));
    }
    return other;
  }

  private static boolean among(List<String> known, String value) {
    return known.isEmpty() || known.stream().anyMatch(value::equalsIgnoreCase);
  }

  /// As `B3` or `n78`, however the modem writes it.
  private static Optional<String> band(Snapshot now) {
    return now.radio()
        .value()
        .flatMap(radio -> radio.band())
        .map(band -> band.replaceAll("(?i)^(?:lte|eutran)?[ -]?(?:band)?[ -]?b?(?=[0-9])", "B"));
  }

  /// The network's part of an access point's name (3GPP TS 23.003 clause 9.1).
  private static String network(String apn) {
    return apn.toLowerCase(Locale.ROOT).replaceFirst("\\.mnc[0-9]{3}\\.mcc[0-9]{3}\\.gprs$", "");
  }
}
