package simwright.lpa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.device.CardSession;
import simwright.device.Snapshot;
import simwright.euicc.InstallationResult;
import simwright.euicc.NotificationEvent;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Imei;
import simwright.rsp.ActivationCode;
import simwright.rsp.trust.Trust;

/// The download and installation of a profile (SGP.22 clause 3.1.3): look at the card, tell the
/// server what it does not know yet, and meet it, again where that helps: after it could not be
/// reached, after the session ran out while a person thought, after a wrong confirmation code.
public final class ProfileDownload {
  /// The stage before a server is met again begins with this.
  public static final String AGAIN = "waiting before try ";

  /// The stage in which a person is asked; how long that takes nobody can say.
  public static final String ASKING = "asking the person";

  static final int STAGES = 6;
  private static final int MOST_EXPIRED = 2;
  private static final FaultCode EXPIRED = new FaultCode("es9+", "8.10.1-3.9");
  private static final FaultCode USED = new FaultCode("es9+", "8.2.6-3.8");

  private final CardSession card;
  private final Servers servers;
  private final Connections connections;
  private final Intents intents;
  private final Flow flow;
  private int expired;

  /// With the card of a device and these servers.
  public ProfileDownload(CardSession card, Connections connections, Intents intents, Flow flow) {
    this.card = card;
    this.connections = connections;
    this.servers = connections.servers();
    this.intents = intents;
    this.flow = flow;
  }

  /// What is wanted: the activation code, a confirmation code where the person has one at hand,
  /// under which circumstances, and an IMEI to send for a device that has none.
  public record Wish(
      ActivationCode code,
      Optional<char[]> confirmationCode,
      Circumstances circumstances,
      Optional<Imei> given) {
    Snapshot device() {
      return circumstances.device().get();
    }

    Optional<Imei> imei() {
      return device().imei().value().or(() -> given);
    }
  }

  /// What was seen of it afterwards: what the card said became of it, and how many of its
  /// notifications servers took and how many wait; empty where that could not be seen.
  public record Evidence(Optional<Intent.Verdict> verdict, Optional<Delivered> notifications) {
    static final Evidence NONE = new Evidence(Optional.empty(), Optional.empty());

    /// How many were taken by their servers, and how many stay on the card.
    public record Delivered(long taken, long waiting) {}
  }

  /// What came of it: the profile as it was announced, the card's signed account, how many bytes
  /// the package had, and what was seen afterwards.
  public record Result(
      ProfileInfo announced, InstallationResult result, int packageBytes, Evidence evidence) {
    /// Before anything was seen afterwards.
    public Result(ProfileInfo announced, InstallationResult result, int packageBytes) {
      this(announced, result, packageBytes, Evidence.NONE);
    }

    /// The same with what was seen afterwards.
    public Result with(Optional<Intent.Verdict> verdict, Optional<List<Outbox.Told>> told) {
      return new Result(
          announced,
          result,
          packageBytes,
          new Evidence(
              verdict,
              told.map(all -> {
                long taken = all.stream().filter(each -> each.stays().isEmpty()).count();
                return new Evidence.Delivered(taken, all.size() - taken);
              })));
    }

    /// Whether the profile is on the card.
    public boolean installed() {
      return result instanceof InstallationResult.Installed;
    }
  }

  /// Downloads and installs; throws the fault that stopped it.
  public Result run(Wish wish) {
    if (!wish.code().matchingId().isEmpty()) {
      card.hide(wish.code().matchingId());
    }
    OrderCode code = new OrderCode(flow, intents, wish.code(), wish.confirmationCode());
    try {
      return begun(wish, code);
    } catch (Fault fault) {
      flow.stage(Stage.STOPPED, "failed", Map.of("code", fault.code().toString()));
      throw fault;
    } finally {
      code.forget();
    }
  }

  private Result begun(Wish wish, OrderCode code) {
    flow.begin("reading the card", 0, STAGES);
    Readiness ready = ready(wish);
    code.beforehand();
    Trust trust = servers.session(ready.info().rootsForVerification());
    boolean told = told(wish, ready);
    DownloadSession.Kept kept =
        new DownloadSession.Kept(
            new DownloadConsent(flow, intents, servers.time(), wish, ready),
            code,
            new Patience(flow, wish.circumstances(), servers.time()));
    while (true) {
      try {
        return new DownloadSession(card, connections, flow, trust, wish, ready, kept).run();
      } catch (Fault fault) {
        if (told && fault.code().equals(USED) && intents.wereBegun(wish.code(), flow.job())) {
          throw new Fault(
              LpaCodes.ALREADY_THERE,
              "looking at what the server offers",
              flow.device(),
              "its server has been told now",
              fault);
        }
        if (!again(fault, kept)) {
          throw fault;
        }
      }
    }
  }

  /// What can be known of card and order before a server is asked.
  private Readiness ready(Wish wish) {
    Readiness ready = Readiness.of(card);
    Map<String, Object> with = new HashMap<>(ready.facts());
    with.put("server", wish.code().host());
    with.put("code", wish.code().matchingId().isEmpty() ? "server alone" : "an order");
    with.put("confirmation", wish.code().confirmationNeeded() ? "needed" : "not announced");
    try {
      ready.check(flow.device());
    } catch (Fault hopeless) {
      with.put("code", hopeless.code().toString());
      flow.stage(Stage.PRE_PROVISIONING, "failed", with);
      throw hopeless;
    }
    flow.stage(Stage.PRE_PROVISIONING, "done", with);
    return ready;
  }

  /// A server that has not heard of an installation yet would offer the profile again, so what a
  /// profile of its own left to be told is told first; whether an installation was among it. What
  /// it does not take now is told later.
  private boolean told(Wish wish, Readiness ready) {
    String host = wish.code().host();
    boolean its =
        ready.there().stream()
            .flatMap(each -> each.notifications().stream())
            .anyMatch(each -> each.address().equalsIgnoreCase(host));
    return its
        && new Outbox(card, connections, flow)
            .send(host).stream()
                .anyMatch(each ->
                    each.stays().isEmpty()
                        && each.metadata().events().contains(NotificationEvent.INSTALL)
                        && on(ready.there(), each));
  }

  private static boolean on(List<ProfileInfo> there, Outbox.Told told) {
    return there.stream()
        .anyMatch(each -> each.iccid().isPresent() && each.iccid().equals(told.metadata().iccid()));
  }

  /// Whether the server is met again with the same order.
  private boolean again(Fault fault, DownloadSession.Kept kept) {
    if (fault.code().equals(EXPIRED) && expired < MOST_EXPIRED) {
      expired++;
      flow.stage(Stage.RETRY, "begun", Map.of("code", fault.code().toString(), "try", expired + 1));
      return true;
    }
    if (kept.code().again(fault)) {
      return true;
    }
    if (Patience.passing(fault)) {
      connections.close();
    }
    return kept.patience().again(fault);
  }
}
