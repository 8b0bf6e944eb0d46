package simwright.lpa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.ask.Question;
import simwright.device.CardSession;
import simwright.euicc.EuiccInfo1;
import simwright.euicc.GetEuiccInfo1;
import simwright.euicc.ListNotification;
import simwright.euicc.NotificationMetadata;
import simwright.euicc.PendingNotification;
import simwright.euicc.RemoveNotification;
import simwright.euicc.ResultCode;
import simwright.euicc.RetrieveNotifications;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.rsp.RspCodes;
import simwright.rsp.es9.HandleNotification;
import simwright.rsp.http.RspClient;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;

/// What the card has to tell servers. It keeps each until the server has taken it; only then it is
/// taken off the card, in the order of its numbers; one dead server blocks no other, and one
/// notification that is refused none of another profile (SGP.22 clause 3.5).
public final class Outbox {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Set<FaultCode> NOT_THERE =
      Set.of(
          RspCodes.UNREACHABLE,
          RspCodes.UNKNOWN_HOST,
          RspCodes.TIMEOUT,
          RspCodes.CUT,
          RspCodes.TLS,
          RspCodes.TLS_VERSION,
          RspCodes.TLS_ALERT,
          RspCodes.CALLER,
          RspCodes.NO_TLS,
          RspCodes.PROXY,
          RspCodes.REDIRECT,
          RspCodes.NAME);

  /// The way to the card, and the wish to stop.
  private static final Set<String> CARD = Set.of("at", "link", "job");

  private static final Duration PERSON = Duration.ofMinutes(2);

  private final CardSession card;
  private final Connections connections;
  private final Flow flow;

  /// Of the card of a device.
  public Outbox(CardSession card, Connections connections, Flow flow) {
    this.card = card;
    this.connections = connections;
    this.flow = flow;
  }

  /// What came of one: empty where the server took it.
  public record Told(NotificationMetadata metadata, Optional<Fault> stays) {}

  /// What waits.
  public List<NotificationMetadata> waiting() {
    return card.ask(new ListNotification(Optional.empty())).stream()
        .sorted(Comparator.comparingInt(NotificationMetadata::number))
        .toList();
  }

  /// Tells all that waits.
  public List<Told> send() {
    return send(waiting());
  }

  /// Tells a server what waits for it.
  List<Told> send(String server) {
    return send(
        waiting().stream().filter(each -> each.address().equalsIgnoreCase(server)).toList());
  }

  /// Tells one of those that wait.
  public List<Told> send(int number) {
    return send(List.of(waiting(number, "sending it")));
  }

  private NotificationMetadata waiting(int number, String doing) {
    return waiting().stream()
        .filter(each -> each.number() == number)
        .findFirst()
        .orElseThrow(() -> new Fault(LpaCodes.NO_NOTIFICATION, doing, flow.device()));
  }

  /// Tells these of what waits.
  public List<Told> send(List<NotificationMetadata> waiting) {
    List<Told> told = new ArrayList<>();
    if (waiting.isEmpty()) {
      return told;
    }
    EuiccInfo1 info = card.ask(new GetEuiccInfo1());
    Trust trust;
    try {
      trust = connections.servers().session(info.rootsForVerification());
    } catch (Fault none) {
      waiting.forEach(each -> told.add(stays(each, none)));
      return told;
    }
    Held held = new Held();
    for (NotificationMetadata each : waiting) {
      Told now =
          held.back(each)
              .map(why -> new Told(each, Optional.of(why)))
              .orElseGet(() -> tell(each, trust));
      now.stays().ifPresent(why -> held.after(each, why));
      told.add(now);
    }
    return told;
  }

  /// What one that stays means for those behind it: nothing is told to a server that is not there,
  /// or of a card that cannot be read; what a server refused concerns that notification alone, but
  /// those of one profile reach one server in their order, or not at all (SGP.22 clause 3.5).
  private static final class Held {
    private final Map<String, Fault> dead = new HashMap<>();
    private final Map<String, Fault> first = new HashMap<>();
    private Optional<Fault> all = Optional.empty();

    Optional<Fault> back(NotificationMetadata next) {
      return all.or(() -> Optional.ofNullable(dead.get(server(next))))
          .or(() -> Optional.ofNullable(first.get(profile(next))));
    }

    void after(NotificationMetadata metadata, Fault why) {
      if (CARD.contains(why.code().layer())) {
        all = Optional.of(why);
      } else if (why.code().layer().equals("trust") || NOT_THERE.contains(why.code())) {
        dead.put(server(metadata), why);
      } else {
        first.putIfAbsent(
            profile(metadata),
            new Fault(
                LpaCodes.EARLIER_FIRST,
                "keeping what a server is told in order",
                metadata.address(),
                "notification " + metadata.number() + " stays: " + why.code(),
                null));
      }
    }

    private static String server(NotificationMetadata metadata) {
      return metadata.address().toLowerCase(Locale.ROOT);
    }

    private static String profile(NotificationMetadata metadata) {
      return server(metadata) + " " + metadata.iccid().map(Iccid::value).orElse("");
    }
  }

  /// Takes one off the card that no server took, after a typed confirmation: the operator will not
  /// hear of it.
  public boolean remove(int number) {
    NotificationMetadata found = waiting(number, "removing it");
    boolean typed =
        flow.attendant()
            .ask(
                new Question.TypedConfirmation(
                    "Remove a notification that was not delivered",
                    "The operator will never hear of it, and may go on counting the profile as"
                        + " installed. Type its number.",
                    Integer.toString(number),
                    PERSON))
            .orElse(false);
    if (!typed) {
      throw new Fault(LpaCodes.UNCONFIRMED, "removing a notification", flow.device());
    }
    ResultCode removed = card.ask(new RemoveNotification(number));
    if (!removed.done()) {
      throw removed.fault("ES10b.RemoveNotificationFromList");
    }
    flow.stage(Stage.NOTIFICATION_REMOVED, "done", about(found));
    return true;
  }

  private Told tell(NotificationMetadata metadata, Trust trust) {
    try {
      RspClient client = connections.to(metadata.address(), Role.DP_TLS, trust);
      List<PendingNotification> signed = card.ask(RetrieveNotifications.one(metadata.number()));
      if (signed.isEmpty()) {
        throw new Fault(LpaCodes.NO_NOTIFICATION, "reading what is to be told", flow.device());
      }
      for (PendingNotification each : signed) {
        var unused =
            client.call(
                HandleNotification.FUNCTION,
                new HandleNotification.Request(each.raw()),
                connections.servers().time().deadline(flow.atMost(ANSWER)),
                flow.afterwards());
      }
      flow.stage(Stage.NOTIFICATION, "taken", about(metadata));
      ResultCode removed = card.ask(new RemoveNotification(metadata.number()));
      if (!removed.done() && removed.value() != RemoveNotification.NOTHING_THERE) {
        throw removed.fault("taking what its server has off the card");
      }
      flow.stage(Stage.NOTIFICATION, "done", about(metadata));
      return new Told(metadata, Optional.empty());
    } catch (Fault fault) {
      return stays(metadata, fault);
    }
  }

  private Told stays(NotificationMetadata metadata, Fault why) {
    Map<String, Object> with = about(metadata);
    with.put("code", why.code().toString());
    flow.stage(Stage.NOTIFICATION, "failed", with);
    return new Told(metadata, Optional.of(why));
  }

  private static Map<String, Object> about(NotificationMetadata metadata) {
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("number", metadata.number());
    with.put("events", metadata.events().stream().map(Enum::name).sorted().toList());
    with.put("server", metadata.address());
    metadata.iccid().ifPresent(iccid -> with.put("iccid", iccid));
    return with;
  }
}
