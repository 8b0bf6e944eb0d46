package simwright.rollout.retirement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import simwright.journal.Recorded;

/// What the records of the log mean for the retirement of one profile, taken one after the other.
final class RetirementView {
  private static final String DELETE = "DELETE";

  private final String key;
  private final Map<RetirementPart, Retirement.Seen> seen = new EnumMap<>(RetirementPart.class);
  private final Map<String, Retirement.Seen> told = new java.util.TreeMap<>();
  private boolean installed;
  private boolean ticket;
  private String number = "";
  private Optional<Set<String>> servers = Optional.empty();

  RetirementView(String key, boolean installed) {
    this.key = key;
    this.installed = installed;
  }

  void take(Recorded recorded) {
    JsonNode fields = RetirementLog.fields(recorded);
    switch (recorded.kind()) {
      case "catalog.retired" -> {
        if (fields.path("key").asText().equals(key)) {
          step(recorded, fields);
        }
      }
      case "order.cancel" -> cancelled(recorded, fields.path("with"));
      default -> stage(recorded, fields);
    }
  }

  Retirement retirement() {
    server().ifPresent(each -> seen.putIfAbsent(RetirementPart.SERVER_TOLD, each));
    return new Retirement(key, number, installed, ticket, seen, servers);
  }

  private void step(Recorded recorded, JsonNode fields) {
    String step = fields.path("step").asText();
    switch (step) {
      case "begun" -> {
        if (number.isEmpty()) {
          number = RetirementLog.number(recorded);
        }
        installed |= fields.path("installed").asBoolean();
      }
      case "found" -> {
        installed = true;
        Set<String> all = new TreeSet<>(servers.orElse(Set.of()));
        fields.path("servers").forEach(each -> all.add(each.asText()));
        servers = Optional.of(all);
      }
      case "ticket" -> ticket = true;
      default ->
          RetirementPart.of(step)
              .ifPresent(part -> seen.putIfAbsent(part, seen(recorded, fields, "how")));
    }
  }

  /// An order that the server ended is not fetched any more; one set free again, or of which the
  /// answer was lost, might be.
  private void cancelled(Recorded recorded, JsonNode with) {
    boolean ended =
        isIt(with)
            && with.path("state").asText().equals("unavailable")
            && with.path("server").isTextual();
    if (ended) {
      seen.putIfAbsent(
          RetirementPart.ORDER_CANCELLED,
          new Retirement.Seen(
              recorded.at(), recorded.actor(), with.path("server").asText() + " says so"));
    }
  }

  private void stage(Recorded recorded, JsonNode fields) {
    JsonNode with = fields.path("with");
    if (!isIt(with)) {
      return;
    }
    String outcome = fields.path("outcome").asText();
    boolean over = outcome.equals("done") || outcome.equals("already");
    switch (fields.path("stage").asText()) {
      case "delete" -> {
        if (over) {
          seen.put(RetirementPart.DELETED, card(recorded));
        }
      }
      case "disable" -> {
        if (over) {
          seen.put(RetirementPart.DISABLED, card(recorded));
        }
      }
      case "enable" -> {
        if (over) {
          forgetDisabled();
        }
      }
      case "installation" -> forgetCard();
      case "notification" -> notified(recorded, outcome, with);
      default -> {}
    }
  }

  /// Who was enabled again is not disabled any more.
  private void forgetDisabled() {
    seen.remove(RetirementPart.DISABLED);
  }

  /// What was installed anew has to go again.
  private void forgetCard() {
    seen.remove(RetirementPart.DISABLED);
    seen.remove(RetirementPart.DELETED);
    told.clear();
  }

  private void notified(Recorded recorded, String outcome, JsonNode with) {
    boolean deletion = false;
    for (JsonNode each : with.path("events")) {
      deletion |= each.asText().equals(DELETE);
    }
    if (deletion && (outcome.equals("taken") || outcome.equals("done"))) {
      String server = with.path("server").asText().toLowerCase(Locale.ROOT);
      told.putIfAbsent(
          server, new Retirement.Seen(recorded.at(), recorded.actor(), server + " took it"));
    }
  }

  /// Each that the card named has heard of it; where no card named any, whoever heard of it counts.
  private Optional<Retirement.Seen> server() {
    boolean gone = seen.containsKey(RetirementPart.DELETED);
    boolean all =
        servers.map(each -> told.keySet().containsAll(each)).orElse(!told.isEmpty()) && gone;
    if (!all) {
      return Optional.empty();
    }
    return told.values().stream()
        .reduce((_, later) -> later)
        .or(() ->
            Optional.ofNullable(seen.get(RetirementPart.DELETED))
                .map(deleted ->
                    new Retirement.Seen(
                        deleted.at(), deleted.by(), "the profile asks for no server to be told")));
  }

  private boolean isIt(JsonNode with) {
    return !key.isEmpty() && with.path("iccid").path("pseudonym").asText().equals(key);
  }

  private static Retirement.Seen seen(Recorded recorded, JsonNode fields, String how) {
    return new Retirement.Seen(recorded.at(), recorded.actor(), fields.path(how).asText());
  }

  private static Retirement.Seen card(Recorded recorded) {
    return new Retirement.Seen(recorded.at(), recorded.actor(), "the card says so");
  }
}
