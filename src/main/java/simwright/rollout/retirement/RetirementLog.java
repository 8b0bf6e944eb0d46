package simwright.rollout.retirement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.catalog.CatalogCodes;
import simwright.catalog.CatalogProfile;
import simwright.catalog.LifecycleState;
import simwright.catalog.Move;
import simwright.document.WrittenFile;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;

/// The retirements that stand in the log. What cards and servers said stands there anyway: what a
/// retirement has seen is a view of those records, so that it goes on wherever it was cut.
public final class RetirementLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "catalog.retired";

  private final Journal journal;

  /// Of this log.
  public RetirementLog(Journal journal) {
    this.journal = journal;
  }

  /// That of a profile; `past` are the steps of its life.
  public Retirement of(CatalogProfile profile, List<Move> past) {
    RetirementView view = new RetirementView(profile.key(), everOnCard(profile, past));
    long unused = Past.read(journal, 1, RetirementLog::matters, each -> each, view::take);
    return view.retirement();
  }

  private static boolean matters(Recorded each) {
    return each.kind().equals(KIND)
        || each.kind().equals("lpa.stage")
        || each.kind().equals("order.cancel");
  }

  /// What came to a card once is taken off it, whatever an order says.
  private static boolean everOnCard(CatalogProfile profile, List<Move> past) {
    return profile.state().onCard()
        || past.stream()
            .flatMap(each -> LifecycleState.of(each.to()).stream())
            .anyMatch(LifecycleState::onCard);
  }

  /// It begins.
  void begun(CatalogProfile profile, boolean installed, String why) {
    write(
        profile,
        "begun",
        Map.of("installed", installed, "why", why),
        "is to be retired (" + why + ")");
  }

  /// It is on a card, whatever was thought before; who is to hear of its deletion.
  void found(CatalogProfile profile, String device, List<String> servers) {
    write(
        profile,
        "found",
        Map.of("device", device, "servers", servers),
        "was found on the card in " + device);
  }

  /// A part was seen.
  void seen(CatalogProfile profile, RetirementPart part, String how) {
    write(profile, part.key(), Map.of("how", how), "retires: " + part.words() + " (" + how + ")");
  }

  /// Asks the operator to suspend the line, or to end the order by hand: the text of a ticket, with
  /// whole identifiers where `clear`; throws `catalog/not-allowed` before a retirement was begun.
  public String ticket(CatalogProfile profile, Retirement retirement, boolean clear) {
    if (!retirement.begun()) {
      throw new Fault(
          CatalogCodes.NOT_ALLOWED,
          "writing a ticket",
          profile.words(),
          "it is not being retired",
          null);
    }
    Ticket ticket = new Ticket(retirement.number(), profile, retirement.installed());
    String text = ticket.text(clear);
    asked(profile, ticket, WrittenFile.sha256(text), clear);
    return text;
  }

  private void asked(CatalogProfile profile, Ticket ticket, String sha256, boolean clear) {
    write(
        profile,
        "ticket",
        Map.of("number", ticket.number(), "sha256", sha256, "clear", clear),
        "is told to its operator in ticket " + ticket.number());
  }

  /// A person has the operator's receipt.
  void receipt(CatalogProfile profile, Receipt receipt, RetirementPart part) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("reference", receipt.reference());
    receipt.sha256().ifPresent(sha256 -> more.put("sha256", sha256));
    more.put("how", "receipt " + receipt.reference());
    write(profile, part.key(), more, "retires: the operator's receipt " + receipt.reference());
  }

  private void write(
      CatalogProfile profile, String step, Map<String, Object> more, String happened) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("key", profile.key());
    profile.iccid().ifPresent(iccid -> content.put("iccid", iccid));
    content.put("name", profile.name());
    content.put("step", step);
    content.putAll(more);
    content.put("words", profile.words() + " " + happened + ".");
    Recorded unused = journal.append(new Event.Catalogued("retired", content));
  }

  static JsonNode fields(Recorded recorded) {
    try {
      return JSON.readTree(recorded.line()).path("fields");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }

  /// The number of a retirement that a record began.
  static String number(Recorded begun) {
    return "SW-" + begun.seq();
  }

  /// Whether a number of a ticket is this one's.
  static Optional<String> named(String text, String number) {
    return text.matches("(?s).*\\b" + number + "\\b.*") ? Optional.of(number) : Optional.empty();
  }
}
