package simwright.lpa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.device.CardSession;
import simwright.euicc.ConfiguredAddresses;
import simwright.euicc.DeviceInfo;
import simwright.euicc.EuiccInfo1;
import simwright.euicc.GetConfiguredAddresses;
import simwright.euicc.GetEuiccInfo1;
import simwright.fault.Fault;
import simwright.identity.Imei;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.http.RspClient;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;

/// Asks the SM-DS servers that a card knows, or others, what waits for it (SGP.22 clause 3.6). A
/// server that has nothing is no fault; a device that is gone ends it all.
public final class Discovery {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final String NOTHING = "8.9.5-3.9";
  private static final String UNKNOWN_CARD = "8.1.1-3.9";

  private final CardSession card;
  private final Servers servers;
  private final Flow flow;

  /// With the card of a device.
  public Discovery(CardSession card, Servers servers, Flow flow) {
    this.card = card;
    this.servers = servers;
    this.flow = flow;
  }

  /// What one server said: events, or why there are none.
  public record Found(
      String server, List<AuthenticateClient.Event> events, Optional<Fault> fault) {}

  /// Asks them one after the other; one that fails keeps no other from being asked.
  public List<Found> ask(List<String> others, Optional<Imei> imei) {
    ConfiguredAddresses known = card.ask(new GetConfiguredAddresses());
    Set<String> hosts = new LinkedHashSet<>(others);
    if (hosts.isEmpty()) {
      known.rootSmds().ifPresent(hosts::add);
      hosts.addAll(known.furtherSmds());
    }
    EuiccInfo1 info = card.ask(new GetEuiccInfo1());
    Trust trust = servers.session(info.rootsForVerification());
    List<Found> all = new ArrayList<>();
    int number = 0;
    for (String host : hosts) {
      flow.begin("asking " + host, number++, hosts.size());
      all.add(one(host, trust, imei));
    }
    return all;
  }

  private Found one(String host, Trust trust, Optional<Imei> imei) {
    try (RspClient client = servers.client(host, Role.DS_TLS, trust)) {
      MutualAuthentication.Met met =
          new MutualAuthentication(card, servers, flow)
              .meet(
                  new MutualAuthentication.Peer(host, Role.DS_TLS, Optional.empty()),
                  client,
                  InitiateAuthentication.AT_SMDS,
                  "",
                  DeviceInfo.of(imei),
                  servers.time().deadline(ANSWER));
      List<AuthenticateClient.Event> events =
          client
              .call(
                  AuthenticateClient.AT_SMDS,
                  new AuthenticateClient.Request(met.transactionId(), met.answer().raw()),
                  servers.time().deadline(ANSWER),
                  flow.cancel())
              .events();
      flow.stage(Stage.DISCOVERY, "done", Map.of("server", host, "events", events.size()));
      return new Found(host, events, Optional.empty());
    } catch (Fault fault) {
      if (Set.of("link", "at", "job").contains(fault.code().layer())) {
        throw fault;
      }
      boolean nothing = Set.of(NOTHING, UNKNOWN_CARD).contains(fault.code().code());
      flow.stage(
          Stage.DISCOVERY,
          nothing ? "done" : "failed",
          Map.of("server", host, "events", 0, "code", fault.code().toString()));
      return new Found(host, List.of(), nothing ? Optional.empty() : Optional.of(fault));
    }
  }
}
